import { expect, it } from 'vitest'
import { makeTranslate } from '@/components/words/catalogue'
import { isolate } from '@/components/words/isolate'

it('isolates what is written the other way, in whole or in part', () => {
  expect(isolate('ar', 'Teo')).toBe('\u2068Teo\u2069')
  expect(isolate('ar', 'Samir K. سمير')).toBe('\u2068Samir K. سمير\u2069')
  expect(isolate('ar', 'ნინო')).toBe('\u2068ნინო\u2069')
  expect(isolate('de', 'أبو عمر')).toBe('\u2068أبو عمر\u2069')
  expect(isolate('en', 'דנה!')).toBe('\u2068דנה!\u2069')
})

it('leaves alone what runs with the sentence, and what runs either way', () => {
  expect(['منى', '1,234', '0.75', '26\u200e%\u200e', ''].map((text) => isolate('ar', text))).toEqual([
    'منى',
    '1,234',
    '0.75',
    '26\u200e%\u200e',
    '',
  ])
  expect(['Teo', 'Zoë', '1,234'].map((text) => isolate('en', text))).toEqual(['Teo', 'Zoë', '1,234'])
})

it('leaves the space of the sentence outside', () => {
  expect(isolate('ar', ' (spam)')).toBe(' \u2068(spam)\u2069')
  expect(isolate('ar', 'Ann\nLee ')).toBe('\u2068Ann\nLee\u2069 ')
})

it('is done to every text in a sentence, and to no element', () => {
  const t = makeTranslate<{ by: '{name}: {count}' }>('ar', { by: '{name}: {count}' })
  expect(t('by', { name: 'Teo', count: 1234 })).toBe('\u2068Teo\u2069: 1,234')
  expect(t.parts('by', { name: null, count: 3 })).toEqual(['', null, ': ', '3', ''])
})
