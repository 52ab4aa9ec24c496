import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { getLanguageDetector } from '@/lib/scoring/language/language-detector'
import { readNgramData } from '@/lib/scoring/language/ngram-data'

const NGRAMS = path.resolve('node_modules/eld/src/ngrams/small.js')
const load = createRequire(NGRAMS)

it('reads as text what the package has as code', () => {
  const { ngramsData } = load(NGRAMS) as { ngramsData: { type: string; languages: object; ngrams: object } }
  const data = readNgramData(readFileSync(NGRAMS, 'utf8'))
  expect(Object.keys(data.ngrams).length).toBe(81_206)
  // As text: comparing so many objects takes seconds.
  expect(JSON.stringify(data.ngrams) === JSON.stringify(ngramsData.ngrams)).toBe(true)
  expect([data.type, data.languages]).toEqual([ngramsData.type, ngramsData.languages])
})

it.each([
  'Das ist ein schöner Tag, und wir gehen hinaus',
  'Trams everywhere, honestly',
  "It's the 'best' day — l'été, \\o/",
  'Это хороший день',
  '今日はいい天気です',
  'نحن نذهب إلى السوق',
  '',
])('says what the package says: %s', (text) => {
  const { eld } = load('../entries/static.small.js') as { eld: ReturnType<typeof getLanguageDetector> }
  const [ours, theirs] = [getLanguageDetector().detect(text), eld.detect(text)]
  expect([ours.language, ours.isReliable(), ours.getScores()]).toEqual([theirs.language, theirs.isReliable(), theirs.getScores()])
})
