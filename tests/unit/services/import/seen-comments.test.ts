import { expect, it } from 'vitest'
import { SeenComments } from '@/lib/services/import/seen-comments'

it('knows of a hundred thousand comments which came in, and with which text', () => {
  const seen = new SeenComments()
  for (let at = 0; at < 100_000; at += 1) seen.put({ externalId: `c-${at}`, body: `text ${at}`, articleExternalId: `a-${at % 7}` })
  const answers = new Set<string>()
  for (let at = 0; at < 100_000; at += 1) {
    answers.add(seen.compare(`c-${at}`, `text ${at}`))
    answers.add(`${seen.compare(`c-${at}`, 'other')} if changed`)
    answers.add(`${seen.compare(`d-${at}`, `text ${at}`)} if unknown`)
  }
  expect([...answers].sort()).toEqual(['different if changed', 'new if unknown', 'same'])
})

it('keeps the first text and article of an id', () => {
  const seen = new SeenComments()
  seen.put({ externalId: 'c', body: 'first', articleExternalId: 'a' })
  seen.put({ externalId: 'c', body: 'second', articleExternalId: 'b' })
  expect([seen.compare('c', 'first'), seen.compare('c', 'second')]).toEqual(['same', 'different'])
  expect(['a', 'b'].map((article) => seen.isElsewhere('c', article))).toEqual([false, true])
  expect(seen.isElsewhere('d', 'a')).toBe(false)
})
