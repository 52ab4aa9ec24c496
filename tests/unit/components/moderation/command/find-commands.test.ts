import { expect, it } from 'vitest'
import { findCommands } from '@/components/moderation/command/find-commands'

const GROUPS = ['decide', 'queues', 'places']
const COMMANDS = [
  { group: 'decide', name: 'Mark off-topic' },
  { group: 'decide', name: 'Undo the last decision' },
  { group: 'decide', name: 'Decide on all that match the filter…' },
  { group: 'queues', name: 'Held' },
  { group: 'queues', name: 'Off-topic' },
  { group: 'places', name: 'Decisions' },
]
const find = (text: string) => findCommands(COMMANDS, text, GROUPS).map((found) => found.map(({ name }) => name))

it('puts what is called so before what has the word somewhere', () => {
  expect(find('off-topic')).toEqual([['Off-topic'], ['Mark off-topic']])
  expect(find('Dec')).toEqual([['Decide on all that match the filter…', 'Undo the last decision'], ['Decisions']])
  expect(find('Decisions')).toEqual([['Decisions']])
})

it('finds by the beginnings of words, in any order, and never by letters here and there', () => {
  expect(find('held')).toEqual([['Held']])
  expect(find('filter all')).toEqual([['Decide on all that match the filter…']])
  expect(find('topic')).toEqual([['Mark off-topic'], ['Off-topic']])
  expect(find('xylophone')).toEqual([])
})

it('gives all in their order without words', () => {
  expect(find(' ').map((found) => found.length)).toEqual([3, 2, 1])
})
