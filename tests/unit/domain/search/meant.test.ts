import { expect, it } from 'vitest'
import { findMeant } from '@/lib/domain/search/meant'

it.each([
  ['autor:Dora', 'author:Dora'],
  ['Auhtor:"Marta D."', 'author:"Marta D."'],
  ['-secton:Politics', '-section:Politics'],
  ['score.civilty>0.7', 'score.civility>0.7'],
  ['is:pendin', 'is:pending'],
  ['is:aproved', 'is:approved'],
  ['mark:offtopic', 'mark:off_topic'],
  ['suggests:isnult', 'suggests:insult'],
])('takes %s for %s', (part, meant) => {
  expect(findMeant(part)).toBe(meant)
})

it.each(['is:wave', 'colour:red', 'score.civility>2', 'before:yesterday', 'autor:', 'aproved', ''])('makes nothing of %j', (part) => {
  expect(findMeant(part)).toBeNull()
})
