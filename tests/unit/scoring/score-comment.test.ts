import { describe, expect, it } from 'vitest'
import { incivility } from '@/lib/scoring/incivility/incivility'
import { lexicalTopicality } from '@/lib/scoring/topicality/lexical-topicality'
import { readTextAhead, scoreComment, summariseScores, withoutSuperseded, type ScorerResult } from '@/lib/scoring/score-comment'
import { watchedWords as watchedWordsScorer } from '@/lib/scoring/watched-words'

const article = {
  id: 'pond',
  version: '1',
  title: 'Pond in the park to be drained',
  standfirst: null,
  body: 'The pond in the old park will be drained in autumn. Ducks and frogs move to the lake.',
}
const NO_REASON = { spans: [], sentences: [] }

describe('scoring a comment', () => {
  it('runs every scorer and names its version', () => {
    const watchedWords = [{ term: 'idiot', kind: 'insult', isHeld: false }]
    const results = scoreComment({ body: 'The ducks of the pond outwit every idiot in the park.', parentBody: null, article, watchedWords })
    expect(results.map(({ scorer, version }) => [scorer, version])).toEqual([
      ['watched_words', watchedWordsScorer.version],
      ['incivility', incivility.version],
      ['lexical_topicality', lexicalTopicality.version],
    ])
    const attributes = results.map((result) => result.scores.map((score) => score.attribute))
    expect(attributes[0]).toEqual(['uncivil.insult'])
    expect(attributes[1]?.[0]).toBe('uncivil.insult')
    expect(attributes[2]).toEqual(['off_topic.article'])
  })

  it('gives empty results for a text of which nothing can be said', () => {
    expect(scoreComment({ body: '…', parentBody: null, article, watchedWords: [] }).map((result) => result.scores)).toEqual([[], [], []])
  })

  it('says the same of a text that was read ahead, and of its reply', () => {
    const score = (body: string, parentBody: string | null) => scoreComment({ body, parentBody, article, watchedWords: [] })
    const parent = 'Draining the pond in autumn leaves the frogs no water at all, you fools.'
    const reply = 'The frogs of the pond find the lake by themselves every autumn, with or without water here.'
    // No other text of this file has these words.
    const apart = [score(`${parent} `, null), score(`${reply} `, `${parent} `)]
    for (const body of [parent, reply]) readTextAhead(body)
    expect([score(parent, null), score(reply, parent)]).toEqual(apart)
    expect(apart[1]?.[2]?.scores.map(({ attribute }) => attribute)).toEqual(['off_topic.article', 'off_topic.parent'])
  })
})

describe('summarising scores', () => {
  const result = (scorer: string, scores: Record<string, number>): ScorerResult => ({
    scorer,
    version: '1',
    scores: Object.entries(scores).map(([attribute, value]) => ({ attribute, value, reason: NO_REASON })),
  })

  it('takes the highest of each kind over all scorers', () => {
    const results = [
      result('a', { 'uncivil.insult': 0.8, 'off_topic.article': 0.3 }),
      result('b', { 'uncivil.insult': 0.6, 'uncivil.threat': 0.7, 'off_topic.article': 0.5 }),
    ]
    expect(summariseScores(results)).toEqual({
      scores: { uncivil: { insult: 0.8, threat: 0.7 }, offTopicArticle: 0.5, offTopicParent: null },
      hasHeldWord: false,
    })
  })

  it('believes sentence vectors over shared words', () => {
    const results = [
      result('lexical_topicality', { 'off_topic.article': 0.9 }),
      result('sentence_topicality', { 'off_topic.article': 0.2 }),
    ]
    expect(summariseScores(results).scores.offTopicArticle).toBe(0.2)
    expect(summariseScores([result('newsroom', { 'off_topic.article': 0.9 }), ...results]).scores.offTopicArticle).toBe(0.2)
  })

  it('hears a scorer outside beside sentence vectors', () => {
    const results = [
      result('sentence_topicality', { 'off_topic.article': 0.2 }),
      result('lexical_topicality', { 'off_topic.article': 0.9 }),
      result('remote:desk', { 'off_topic.article': 0.7 }),
    ]
    expect(summariseScores(results).scores.offTopicArticle).toBe(0.7)
  })

  it('shows of a topic only what has the last word', () => {
    const words = { scorer: 'lexical_topicality', attribute: 'off_topic.article' }
    const meaning = { scorer: 'sentence_topicality', attribute: 'off_topic.article' }
    const parent = { scorer: 'lexical_topicality', attribute: 'off_topic.parent' }
    const insult = { scorer: 'incivility', attribute: 'uncivil.insult' }
    expect(withoutSuperseded([words, meaning, parent, insult])).toEqual([meaning, parent, insult])
    expect(withoutSuperseded([words, parent])).toEqual([words, parent])
  })

  it('tells not scored from a score of zero', () => {
    expect(summariseScores([])).toEqual({ scores: { uncivil: {}, offTopicArticle: null, offTopicParent: null }, hasHeldWord: false })
    expect(summariseScores([result('a', { 'off_topic.parent': 0 })]).scores.offTopicParent).toBe(0)
  })

  it('knows a held word, and leaves out kinds that nobody knows', () => {
    expect(summariseScores([result('a', { 'watched_word.held': 1, 'uncivil.rudeness': 0.9 })])).toEqual({
      scores: { uncivil: {}, offTopicArticle: null, offTopicParent: null },
      hasHeldWord: true,
    })
  })
})
