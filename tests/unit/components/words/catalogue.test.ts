import { describe, expect, it } from 'vitest'
import { makeTranslate, type PlainWords } from '@/components/words/catalogue'
import { LOCALES } from '@/components/words/formats'
import { loadRooms, ROOMS, type Room } from '@/components/words/rooms'
import { LANGUAGES, type Language } from '@/lib/domain/languages'

const ROOM_NAMES = Object.keys(ROOMS) as Room[]
const all = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await loadRooms(language, ROOM_NAMES)] as const)),
) as Record<Language, Record<Room, PlainWords>>

const holesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe.each(ROOM_NAMES)('the room %s', (room) => {
  const english = all.en[room]

  it.each(['de', 'ar'] as const)('has the same keys and placeholders in English and in %s', (language) => {
    const translated = all[language][room]
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort())
    for (const [key, message] of Object.entries(translated)) {
      const original = english[key]
      const wanted = typeof original === 'string' ? new Set(holesOf(original)) : new Set(holesOf(original?.other ?? ''))
      for (const [form, sentence] of typeof message === 'string' ? [['', message] as const] : Object.entries(message)) {
        const found = new Set(holesOf(sentence))
        // A form for one number may leave it out, as Arabic does for none, one and two.
        if (typeof original !== 'string') for (const holes of [found, wanted]) holes.delete('count')
        expect([...found].sort(), `${language} ${room} ${key} ${form}`).toEqual([...wanted].sort())
      }
    }
  })

  it('has a sentence for every plural form of each language, and none empty', () => {
    for (const language of LANGUAGES) {
      const forms = new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories.sort()
      for (const [key, message] of Object.entries(all[language][room])) {
        const sentences = typeof message === 'string' ? [message] : Object.values(message)
        if (typeof message !== 'string') expect(Object.keys(message).sort(), `${language} ${key}`).toEqual(forms)
        expect(
          sentences.filter((sentence) => sentence.trim() === ''),
          `${language} ${key}`,
        ).toEqual([])
      }
    }
  })

  it('is written in Arabic letters in Arabic, but for names and operators', () => {
    const latin = Object.entries(all.ar[room]).filter(([, message]) =>
      (typeof message === 'string' ? [message] : Object.values(message)).some(
        (sentence) => /\p{L}/u.test(sentence.replaceAll(/\{\w+\}/g, '')) && !/[\u0600-\u06ff]/.test(sentence),
      ),
    )
    expect(latin.filter(([key, message]) => english[key] !== message)).toEqual([])
  })
})

describe('a message', () => {
  const t = makeTranslate<{
    plain: 'Hello'
    named: '{who} decided {what}'
    counted: { one: '{count} comment by {who}'; other: '{count} comments by {who}' }
  }>('en', {
    plain: 'Hello',
    named: '{who} decided {what}',
    counted: { one: '{count} comment by {who}', other: '{count} comments by {who}' },
  })

  it('is filled with words, and counts as the language does', () => {
    expect(t('plain')).toBe('Hello')
    expect(t('named', { who: 'Teo', what: 3200 })).toBe('Teo decided 3,200')
    expect(t('counted', { count: 1, who: 'Teo' })).toBe('1 comment by Teo')
    expect(t('counted', { count: 12_345, who: 'Teo' })).toBe('12,345 comments by Teo')
  })

  it('never looks for holes in what it was given', () => {
    expect(t('named', { who: '{what}', what: '{who}' })).toBe('{what} decided {who}')
  })

  it('takes elements as well, and keeps their order', () => {
    expect(t.parts('named', { who: 'Teo', what: 7 })).toEqual(['', 'Teo', ' decided ', '7', ''])
  })

  it('has six plurals in Arabic', () => {
    const forms = { zero: 'z', one: 'o', two: 't', few: 'f {count}', many: 'm {count}', other: 'x {count}' }
    const arabic = makeTranslate<{ n: { one: '{count}'; other: '{count}' } }>('ar', { n: forms })
    expect([0, 1, 2, 3, 11, 100, 1234].map((count) => arabic('n', { count }))).toEqual(['z', 'o', 't', 'f 3', 'm 11', 'x 100', 'm 1,234'])
  })

  it('is not left out in silence', () => {
    expect(() => makeTranslate<{ gone: 'Gone' }>('en', {})('gone')).toThrow('There is no message gone')
  })
})
