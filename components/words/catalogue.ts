/**
 * The words of the interface, in every language.
 *
 * HOW TO USE IT
 * - A room of words is a folder: `components/words/<room>/en.ts`, `de.ts`, `ar.ts`; one line in `rooms.ts` registers it.
 * - `en.ts`: `export const words = { 'row.open': 'Open {name}', 'row.count': { one: '{count} comment', other: '{count} comments' } }
 *   as const satisfies RoomWords`. Keys are flat, dotted, and named by meaning. `de.ts` and `ar.ts` are typed by it
 *   (`export const words: Translated<typeof english, 'de'>`): a missing key or a missing plural form does not compile.
 *   Arabic has six forms (zero, one, two, few, many, other); the number is always the parameter `count`.
 * - In a client component: `const t = useWords('queue')`, then `t('row.open', { name })`. For elements inside a sentence:
 *   `t.parts('row.open', { name: <bdi>{name}</bdi> })`. Keys may be built from a union: t(`status.${status}`).
 * - In a server component or page: `const t = await readWords(await findPageLanguage(), 'queue')` (the same `t`).
 * - A page names the rooms its client components use: `<PageWords language={…} rooms={['queue']}>`. The rooms `shell`,
 *   `glossary` and `desk` are on every page of the desk. Only the active language is sent.
 * - Numbers, dates, lists, times: `useFormats()` / `makeFormats(language)`, never toLocaleString. A number given as a
 *   parameter is formatted by itself, and a text that runs the other way (a Latin name in Arabic) is isolated.
 * - A function that is not a component takes `t: Words<'queue'>` as its first parameter.
 * - Names of statuses, marks, kinds, reasons, queues, roles are in the room `glossary`; nobody words them twice.
 * - Text by users is never a message: it stays in its own element with dir="auto".
 * Tests: tests/unit/components/words (same keys, same placeholders).
 */
import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/languages'
import { makeFormats } from './formats'
import { isolate } from './isolate'

/** The plural forms a language has (CLDR). */
interface Forms {
  en: 'one' | 'other'
  de: 'one' | 'other'
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
}

/** One room in English: sentences, with {placeholders}, or a sentence for each plural form of {count}. */
export type RoomWords = Readonly<Record<string, string | Readonly<Record<Forms['en'], string>>>>

/** The same room in another language. */
export type Translated<English extends RoomWords, L extends Language> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Readonly<Record<Forms[L], string>>
}

/** A room in any language, as it is sent to the browser. */
export type PlainWords = Readonly<Record<string, string | Readonly<Partial<Record<Forms['ar'], string>>>>>

type Holes<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never
type HolesOf<Message> = Message extends string ? Holes<Message> : 'count' | Holes<Message[keyof Message]>
type Values<Message, Value> = { [Name in HolesOf<Message>]: Name extends 'count' ? number : Value }
type Given<Message, Value> = [HolesOf<Message>] extends [never] ? [] : [values: Values<Message, Value>]
/** Of a key that the room has not, TypeScript makes any of its keys: then it is to say which is missing, and not how many values. */
type GivenFor<English extends RoomWords, Key extends keyof English, Value> = [keyof English] extends [Key]
  ? [values?: Values<English[Key], Value>]
  : Given<English[Key], Value>

/** The messages of one room. */
export interface Translate<English extends RoomWords> {
  <Key extends keyof English>(key: Key, ...given: GivenFor<English, Key, string | number>): string
  language: Language
  /** Whether there is such a message: for names that come out of data. */
  has: (key: string) => key is Extract<keyof English, string>
  /** The same with elements in the sentence's holes. */
  parts: <Key extends keyof English>(key: Key, ...given: GivenFor<English, Key, ReactNode>) => ReactNode[]
}

const HOLE = /\{(\w+)\}/

const made = new WeakMap<PlainWords, unknown>()

/**
 * The messages of one room in one language, the same function for the same words. A number in a hole is written as the language
 * writes numbers; a text that runs the other way is isolated.
 */
export function makeTranslate<English extends RoomWords>(language: Language, words: PlainWords): Translate<English> {
  const known = made.get(words)
  if (known !== undefined) return known as Translate<English>
  const formats = makeFormats(language)
  function findSentence(key: PropertyKey, values: Record<string, unknown> | undefined): string {
    const message = words[String(key)]
    if (message === undefined) throw new Error(`There is no message ${String(key)}`)
    if (typeof message === 'string') return message
    return message[formats.pluralForm(Number(values?.count))] ?? message.other ?? ''
  }
  function write(value: unknown): ReactNode {
    if (typeof value === 'number') return formats.number(value)
    return typeof value === 'string' ? isolate(language, value) : (value as ReactNode)
  }
  // What is in a hole is never looked into again: a commenter's name may hold braces of its own.
  function fill(key: PropertyKey, values: Record<string, unknown> | undefined): ReactNode[] {
    return findSentence(key, values)
      .split(HOLE)
      .map((piece, index) => (index % 2 === 0 ? piece : write(values?.[piece])))
  }
  const translate = (key: PropertyKey, values?: Record<string, string | number>) => (fill(key, values) as string[]).join('')
  const complete = Object.assign(translate, { parts: fill, language, has: (key: string) => Object.hasOwn(words, key) })
  made.set(words, complete)
  return complete as unknown as Translate<English>
}
