/** Weights of nearness by shared words and by sentence vectors, and the constant. */
const SHARED = 1.45
const SENTENCE = 10.88
const CONSTANT = -2.34
/**
 * Short comments hint at what they are about ("Yup, not until it works well"): up to so many distinct content words the log-odds
 * count half, from so many on in full. Of readers' comments cut to 8, 12 and 16 words, 4–7 % of those on the topic are named from 0.85 on
 * (else 11–23 %), at an AUC no lower.
 */
const FEW_TERMS = 5
const ENOUGH_TERMS = 12
const CAUTION = 0.5

/**
 * A comment's distance from its article, 0 to 1: the probability that it is another article's, by logistic regression
 * over readers' comments under 125 newspaper debates, each against its own and two other debates (training/topicality.py;
 * fitted on one half of the debates, AUC 0.987 on the other; docs/models.md). At 0.85, from where a new site suggests
 * "off-topic", it names 88 % of the foreign comments and 1.5 % of those on the topic.
 *
 * @param lexical distance by shared words (lib/scoring/topicality/lexical-topicality.ts), 0–1
 * @param terms distinct content words of the comment
 * @param cosine of the centred sentence vectors of comment and article, -1 to 1
 * @returns to four places
 */
export function measureTopicDistance(lexical: number, terms: number, cosine: number): number {
  const certainty = 1 - CAUTION * Math.min(1, Math.max(0, (ENOUGH_TERMS - terms) / (ENOUGH_TERMS - FEW_TERMS)))
  const shared = Math.log((1 - lexical + 0.02) / (lexical + 0.02))
  return Math.round(1e4 / (1 + Math.exp(certainty * (SHARED * shared + SENTENCE * cosine + CONSTANT)))) / 1e4
}
