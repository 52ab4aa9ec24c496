import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { getLanguageDetector } from '@/lib/scoring/language/language-detector'

it('says what the package says, and holds each kind of n-gram once', () => {
  const texts = [
    'Das ist ein schöner Tag, und wir gehen hinaus',
    'El presidente no quiere hablar de nada',
    'Trams everywhere, honestly',
    '日本語です',
  ]
  const scores = texts.map((text) => getLanguageDetector().detect(text).getScores())
  // The two highest, as the package gives them untouched.
  const highest = scores.map((one) => Object.entries(one).slice(0, 2))
  expect(highest.map((two) => two.map(([language, score]) => `${language} ${score.toFixed(9)}`))).toEqual([
    ['de 0.834437086', 'da 0.346076459'],
    ['es 0.836309524', 'pt 0.723895582'],
    ['en 0.743260591', 'eu 0.435028249'],
    ['ja 0.859865471', 'zh 0.662162162'],
  ])
  const file = path.resolve('node_modules/eld/src/ngrams/small.js')
  const { ngramsData } = createRequire(file)(file) as { ngramsData: { ngrams: Record<string, object> } }
  const kinds = new Set(Object.values(ngramsData.ngrams))
  expect(Object.keys(ngramsData.ngrams).length).toBeGreaterThan(80_000)
  expect(kinds.size).toBeLessThan(20_000)
})
