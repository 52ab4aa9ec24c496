import { expect, it } from 'vitest'
import { readBase } from '@/lib/scoring/base-reading'
import { deepen } from '@/lib/scoring/late-reading'
import { HASHED_WIDTH } from '@/lib/scoring/text/hashed-words'

const article = {
  id: 'tram',
  version: '1',
  title: 'Council votes to close the night tram',
  standfirst: null,
  body: 'The night tram to the harbour will close in May, the council decided. Shift workers at the harbour protest.',
}
const read = (body: string) => readBase({ body, parentBody: null, article, watchedWords: [] })

it('gives higher odds of incivility to an insult than to a question', () => {
  const insult = read('You are an idiot and everybody at the harbour knows it')
  const question = read('Will the night tram to the harbour really close in May?')
  expect(insult?.logits['uncivil'] ?? 0).toBeGreaterThan(question?.logits['uncivil'] ?? 0)
})

it('hashes words and pairs of words to ascending indexes, each once', () => {
  const hashed = read('the tram the tram the harbour')?.hashed ?? new Uint32Array()
  // the, tram, harbour; the tram, tram the, the harbour
  expect(hashed).toHaveLength(6)
  expect([...hashed]).toEqual([...new Set(hashed)].sort((a, b) => a - b))
  expect(hashed.every((index) => index < HASHED_WIDTH)).toBe(true)
})

it('takes the log-odds of a more thorough reading where that has some, and keeps the others', () => {
  const base = read('Will the night tram to the harbour really close in May?')
  const deeper = base && deepen(base, { logits: { uncivil: 1.5 } })
  expect(deeper?.logits['uncivil']).toBe(1.5)
  expect(deeper?.logits['off_topic']).toBe(base?.logits['off_topic'])
  expect(deeper?.version).toBe(base?.version)
  expect(base && deepen(base, null)).toBe(base)
})
