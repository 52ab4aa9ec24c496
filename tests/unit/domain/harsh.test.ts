import { expect, it } from 'vitest'
import type { CommentState } from '@/lib/domain/comment'
import { HARSH_FROM, isHarsh } from '@/lib/domain/harsh'

const state = (score: number | null, mark: CommentState['marks']['uncivil'] = null) => ({
  suggestions: { offTopic: null, uncivil: score === null ? null : { score, kind: 'insult' as const } },
  marks: { offTopic: false, uncivil: mark },
})

it('a text is harsh from a score on, that score included, or by a mark', () => {
  const asked = [state(null), state(HARSH_FROM - 0.01), state(HARSH_FROM), state(1), state(null, 'insult'), state(0.1, 'other')]
  expect(asked.map(isHarsh)).toEqual([false, false, true, true, true, true])
})
