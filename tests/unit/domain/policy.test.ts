import { describe, expect, it } from 'vitest'
import { runPolicy, type PolicyFacts, type PolicySettings } from '@/lib/domain/policy'

const SETTINGS: PolicySettings = { holdAll: false, holdFirstComment: false, suggestUncivilFrom: 0.7, suggestOffTopicFrom: 0.7 }
const FACTS: PolicyFacts = {
  articleState: 'open',
  isFirstComment: false,
  hasHeldWord: false,
  isReply: false,
  isParentOffTopic: false,
  scores: { uncivil: {}, offTopicArticle: null, offTopicParent: null },
}
const HELD = { phase: 'commenter_held', outcome: 'hold', why: 'Everything this person sends is held' }

describe('what a held commenter sends', () => {
  it('waits, and says that it is for who sent it', () => {
    const facts = { ...FACTS, isCommenterHeld: true }
    expect(runPolicy(SETTINGS, facts)).toEqual({ status: 'pending', suggestions: { uncivil: null, offTopic: null }, findings: [HELD] })
  })

  it('is scored and put to the other rules all the same, after the first comment and before watched words', () => {
    const facts = { ...FACTS, isCommenterHeld: true, isFirstComment: true, hasHeldWord: true }
    const scores = { ...FACTS.scores, uncivil: { insult: 0.9 } }
    const { findings, suggestions } = runPolicy({ ...SETTINGS, holdFirstComment: true }, { ...facts, scores })
    expect(findings.map(({ phase }) => phase)).toEqual(['first_comment', 'commenter_held', 'watched_word', 'uncivil'])
    expect(suggestions.uncivil).toEqual({ kind: 'insult', score: 0.9 })
  })

  it('is public where nobody holds them, and where nobody knows who wrote', () => {
    for (const facts of [FACTS, { ...FACTS, isCommenterHeld: false }])
      expect(runPolicy(SETTINGS, facts)).toMatchObject({ status: 'published', findings: [] })
  })
})
