import { expect, it } from 'vitest'
import { describeFinding } from '@/components/moderation/finding-words'
import { makeTranslate } from '@/components/words/catalogue'
import { makeFormats } from '@/components/words/formats'
import { loadRooms, type Words } from '@/components/words/rooms'
import type { Language } from '@/lib/domain/languages'

async function describeIn(language: Language, finding: { phase: string; why: string }): Promise<string> {
  const { context = {}, glossary = {} } = await loadRooms(language, ['context', 'glossary'])
  const t: Words<'context'> = makeTranslate(language, context)
  return describeFinding(t, makeTranslate(language, glossary), makeFormats(language), finding)
}

it('says in the language of the page that everything somebody sends is held', async () => {
  const finding = { phase: 'commenter_held', why: 'Everything this person sends is held' }
  expect(await describeIn('en', finding)).toBe(finding.why)
  expect(await describeIn('de', finding)).toBe('Alles von dieser Person wird zurückgehalten')
  expect(await describeIn('ar', finding)).toBe('كل ما يرسله هذا الشخص يُحجز')
})

it('says by how much a comment came too soon in slow mode', async () => {
  const finding = { phase: 'slow_mode', why: "Less than 120 seconds after this person's last comment here" }
  expect(await describeIn('en', finding)).toBe('Sent less than 2\u00a0min after this person’s last comment here')
  expect(await describeIn('de', finding)).toBe('Weniger als 2\u00a0Min. nach dem letzten Kommentar dieser Person hier gesendet')
  expect(await describeIn('ar', finding)).toBe('أُرسل قبل مضيّ 2\u00a0د على آخر تعليق لهذا الشخص هنا')
  expect(await describeIn('de', { ...finding, why: 'Less than a moment' })).toBe('Less than a moment')
})

it('says what a phase that it does not know found in the words that came with it', async () => {
  expect(await describeIn('de', { phase: 'of_tomorrow', why: 'Found by a phase of tomorrow' })).toBe('Found by a phase of tomorrow')
})
