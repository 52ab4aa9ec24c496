/** Weights of nearness by shared words and by sentence vectors, and the constant. */
const SHARED = 1.45
const SENTENCE = 10.88
const CONSTANT = -2.34

/**
 * A comment's distance from its article, 0 to 1: the probability that it is another article's, by logistic regression
 * over readers' comments under 125 newspaper debates, each against its own and two other debates (training/topicality.py;
 * fitted on one half of the debates, AUC 0.987 on the other; docs/models.md). At 0.85, from where a new site suggests
 * "off-topic", it names 88 % of the foreign comments and 1.5 % of those on the topic.
 *
 * @param lexical distance by shared words (lib/scoring/lexical-topicality.ts), 0–1
 * @param cosine of the centred sentence vectors of comment and article, -1 to 1
 * @returns to four places
 */
export function measureTopicDistance(lexical: number, cosine: number): number {
  const shared = Math.log((1 - lexical + 0.02) / (lexical + 0.02))
  return Math.round(1e4 / (1 + Math.exp(SHARED * shared + SENTENCE * cosine + CONSTANT))) / 1e4
}
