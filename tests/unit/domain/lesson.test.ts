import { expect, it } from 'vitest'
import { readLesson } from '@/lib/domain/lesson'

const NONE = { offTopic: false, uncivil: null }

it.each([
  ['approved without a mark', { status: 'approved', marks: NONE, reason: null }, false, false],
  ['marked uncivil and left public', { status: 'published', marks: { offTopic: false, uncivil: 'mockery' }, reason: null }, true, false],
  ['marked off-topic and left public', { status: 'published', marks: { offTopic: true, uncivil: null }, reason: null }, false, true],
  ['rejected for abuse', { status: 'rejected', marks: NONE, reason: 'abuse' }, true, null],
  ['rejected as hate', { status: 'rejected', marks: NONE, reason: 'hate' }, true, null],
  ['rejected as off-topic', { status: 'rejected', marks: NONE, reason: 'off_topic' }, null, true],
  ['rejected as spam', { status: 'rejected', marks: NONE, reason: 'spam' }, null, null],
  ['marked and rejected', { status: 'rejected', marks: { offTopic: true, uncivil: null }, reason: null }, null, true],
  ['approved with both marks', { status: 'approved', marks: { offTopic: true, uncivil: 'insult' }, reason: null }, true, true],
] as const)('a comment that was %s', (_, state, isUncivil, isOffTopic) => {
  expect(readLesson(state)).toEqual({ isUncivil, isOffTopic })
})
