import { expect, it } from 'vitest'
import { chooseLanguage } from '@/lib/domain/languages'

it.each([
  [null, 'en'],
  ['', 'en'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['fr-FR, ar;q=0.7, de;q=0.8', 'de'],
  ['AR-eg', 'ar'],
  ['en;q=0.2,ar;q=0.2', 'en'],
  ['de;q=0, fr', 'en'],
  ['de;q=7,ar;q=0.1', 'de'],
  ['*', 'en'],
] as const)('reads %j as %s', (header, language) => {
  expect(chooseLanguage(header)).toBe(language)
})
