import { differPlainly, guessLanguage, type LanguageGuess } from '../language/language-guess'
import { findNearestSentences } from './nearest-sentences'
import { readOwnText } from './own-text'
import { RecentCache } from '../recent-cache'
import type { AttributeScore, Scorer, ScorerArticle, ScorerInput } from '../scorer'
import { SCORER_VERSIONS } from '../scorer-versions'
import { measureWordDistance, type WordEvidence } from './topic-distance'
import { buildTopicIndex, type TopicIndex } from './topic-index'
import type { KnownWord, Term } from '../text/known-words'
import { listDistinctTerms, readWords } from '../text/words'
import { compareMeanings, findMeaning, type Meaning } from './word-meaning'

/** Fewer distinct content words in a comment are too few to tell, unless they are three and none is of everyday talk. */
const LEAST_TERMS = 4
const LEAST_WORTH = 3
/** What a comment is compared with: a headline may be as short as two content words, what somebody says in passing not. */
const LEAST_IN_ARTICLE = 2
const LEAST_IN_PARENT = 4
/** A headline and a standfirst seldom have more. */
const BRIEF_TERMS = 40
const NEAREST_SENTENCES = 3
/** A text with so many English stop words among its words is English (lib/scoring/language/language-gate.ts). */
const ENGLISH_SHARE = 0.2
const KEPT_INDEXES = 200
/** Replies to one comment tend to come together, and what a judgement asks of a text is asked of it again. */
const KEPT_PARENTS = 100
/** Single comments are read ahead: those that wait for one group, and the next. */
const KEPT_TEXTS = 200

/** Long comments wander: what a comment could reach grows more slowly than its number of words. */
const LENGTH_EXPONENT = 0.6
/** The reach a comment is taken to have before a word of it is read. */
const EXPECTED_REACH = 0.4
/** The reach at which the distance is one half, and how steeply it changes there. */
const HALFWAY_REACH = 0.3
const STEEPNESS = 2

const articleIndexes = new RecentCache<TopicIndex>(KEPT_INDEXES)
/** By the parent's text. */
const parentIndexes = new RecentCache<ParentIndex>(KEPT_PARENTS)
/** By the comment's text. */
const texts = new RecentCache<PreparedText>(KEPT_TEXTS)

/** What a distance needs of the other text; the sentences are for who asks why. */
type ParentIndex = Pick<TopicIndex, 'salience' | 'language' | 'meaning'>

interface PreparedText {
  words: readonly KnownWord[]
  /** Each once. */
  terms: readonly Term[]
  language: LanguageGuess
  meaning: Meaning | null
  isTooShort: boolean
}

/** What the words of a comment say of its nearness to another text. */
export interface ComparedWords {
  attribute: 'off_topic.article' | 'off_topic.parent'
  evidence: WordEvidence
}

/**
 * How far a comment is from its article and from the comment it answers, by their words: those they share, and how near the others
 * are to each other in general. It knows no negation, and takes a new aspect for another topic.
 *
 * Of shared words it is BM25 over the article's sentences (title and standfirst counting twice), with one departure: the inverse
 * sentence frequency only ranks the sentences shown as reasons. For the distance it is left out, since within one
 * article the words found in many sentences are the topic, not noise. How well it tells: docs/models.md.
 *
 * Gives `off_topic.article`, and `off_topic.parent` when there is a parent: 0 is about it, 1 has nothing in common.
 * Left out when there is too little to tell, or when the two are plainly not in the same script or language.
 */
export const lexicalTopicality: Scorer = {
  name: 'lexical_topicality',
  version: SCORER_VERSIONS.lexical_topicality,
  score: (input) =>
    compareWords(input).map(({ attribute, evidence }): AttributeScore => ({
      attribute,
      value: measureWordDistance(evidence),
      reason: null,
    })),
  readAhead: prepare,
  explain: (attribute, { body, parentBody, article }) => {
    const isOfParent = attribute === 'off_topic.parent' && parentBody !== null
    if (!isOfParent && attribute !== 'off_topic.article') return null
    const index = isOfParent ? buildTopicIndex([], parentBody) : indexArticle(article)
    return { spans: [], sentences: findNearestSentences(index, new Set(prepare(body).terms.map(({ text }) => text)), NEAREST_SENTENCES) }
  },
}

/** What the words of a comment say of its article, and of its parent; of neither where they say too little. */
export function compareWords({ body, parentBody, article }: Pick<ScorerInput, 'body' | 'parentBody' | 'article'>): ComparedWords[] {
  const text = prepare(body)
  if (text.isTooShort) return []
  const compared: ComparedWords[] = []
  const add = (attribute: ComparedWords['attribute'], index: ParentIndex, least: number) => {
    const isByWordsAlone = text.meaning === null || index.meaning === null
    if (index.salience.size < (isByWordsAlone ? LEAST_TERMS : least) || differPlainly(index.language, text.language)) return
    compared.push({ attribute, evidence: compareWith(index, text) })
  }
  add('off_topic.article', indexArticle(article), LEAST_IN_ARTICLE)
  if (parentBody !== null) add('off_topic.parent', indexParent(parentBody), LEAST_IN_PARENT)
  return compared
}

function prepare(body: string): PreparedText {
  return texts.getOrCompute(body, () => {
    const own = readOwnText(body)
    const words = readWords(own)
    const terms = listDistinctTerms(words)
    const language = guessLanguage(own, [words])
    const isTooShort = terms.length < LEAST_TERMS && terms.reduce((sum, { worth }) => sum + worth, 0) < LEAST_WORTH
    const isEnglish = language.shares.en >= ENGLISH_SHARE
    return { words, terms, language, isTooShort, meaning: isEnglish && !isTooShort ? findMeaning([words], 'text') : null }
  })
}

function indexParent(body: string): ParentIndex {
  return parentIndexes.getOrCompute(body, () => {
    // What is answered has often come in just before.
    const { salience, language, meaning } = buildTopicIndex([], readOwnText(body), texts.find(body))
    return { salience, language, meaning }
  })
}

function indexArticle(article: ScorerArticle): TopicIndex {
  const key = `${article.id}\n${article.version}`
  return articleIndexes.getOrCompute(
    key,
    () => buildTopicIndex([article.title, article.standfirst ?? ''], article.body),
    article.body.length,
  )
}

function compareWith(index: ParentIndex, { terms, meaning }: PreparedText): WordEvidence {
  const nearness = meaning === null || index.meaning === null ? null : compareMeanings(meaning, index.meaning)
  return { lexical: measureDistance(index, terms), terms: terms.length, nearness, isBrief: index.salience.size <= BRIEF_TERMS }
}

/**
 * Distance 0–1, falling with every term the two texts share.
 *
 * met = sum of the salience of shared terms; possible = what the comment's terms are worth, everyday words less, to the
 * power 0.6; reach = (met + a) / (possible + a / 0.4), where a = 0.3 + 15 / (terms of the text compared with) pulls
 * towards the expected reach while there is little evidence; distance = 1 / (1 + (reach / 0.3)²).
 */
function measureDistance(index: ParentIndex, terms: readonly Term[]): number {
  let met = 0
  let possible = 0
  for (const { text, worth } of terms) {
    possible += worth
    met += index.salience.get(text) ?? 0
  }
  const caution = 0.3 + 15 / index.salience.size
  const reach = (met + caution) / (possible ** LENGTH_EXPONENT + caution / EXPECTED_REACH)
  return Math.round(1e4 / (1 + (reach / HALFWAY_REACH) ** STEEPNESS)) / 1e4
}
