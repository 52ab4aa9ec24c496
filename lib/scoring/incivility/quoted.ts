import type { ModelWord } from '../text/model-words'
import { soften } from './harmless'
import { ADDRESS } from './tone-phrases'

/** What stands between marks of quotation. One alone, and what runs over lines, is no quotation. */
const QUOTATION = /["“„«]([^"“”„«»\n]{2,200})["”“»]/g
/** Words beside a quotation by which it is another's. */
const TOLD = new Set(
  `say says said saying tell tells told telling wrote write writes writing written shout shouts shouted shouting yell yelled yelling scream screamed
   screaming chant chanted chanting spray sprayed painted post posts posted posting tweet tweeted text texted reply replied answered heard read reads word
   words phrase slogan slogans sign signs graffiti note letter message slur slurs banner call called calling using use hear hearing whoever`.split(
    /\s+/,
  ),
)
/** How many words away they stand. */
const NEAR = 4
const LONGEST_TOLD = 12
/** In a longer text a quotation is not what it is judged by. */
const LONGEST_TEXT = 40
/** Strong language is what it is in quotations too: raters mark it. */
const PROFANE = /^(?:\w*fuck\w*|\w*shit\w*|damn\w*|puss(?:y|ies)|ass(?:es)?|cunts?|bitch\w*)$/
/** What stands in the place of each word. */
const UNSAID = 'something'

/**
 * A text's words as they are meant by the one who writes: without the harsh ones that insult nobody (harmless.ts), and without what
 * others are quoted with (he wrote "you are scum" on her door). The words themselves where nothing of the kind is in it.
 */
export function readMeant(text: string, words: readonly ModelWord[]): readonly string[] {
  const forms = nameCountry(text, words)
  const quoted = findQuoted(text, words)
  return soften(quoted.size === 0 ? forms : forms.map((form, at) => (quoted.has(at) ? UNSAID : form)))
}

/** A country whose name is a slur with a letter left out: written as a name, and not as one calls somebody. */
const COUNTRY = 'Niger'
const OTHER_COUNTRY = 'mali'
const CALLED_BEFORE = new Set('a an you your this that another every no my some dirty stupid filthy ugly lazy dumb fucking damn'.split(' '))
const CALLED_AFTER = new Set('lover lovers boy boys bitch please go get you'.split(' '))

/** The words, the country by the name of its neighbour, which is no slur. */
function nameCountry(text: string, words: readonly ModelWord[]): string[] {
  const forms = words.map(({ form }) => form)
  if (!text.includes(COUNTRY)) return forms
  return words.map(({ form, start, end }, at) => {
    const isName = text.slice(start, end) === COUNTRY && !CALLED_BEFORE.has(forms[at - 1] ?? '') && !CALLED_AFTER.has(forms[at + 1] ?? '')
    return isName ? OTHER_COUNTRY : form
  })
}

/** The places of words that are another's: in a quotation of at least two, beside a word that tells so. */
function findQuoted(text: string, words: readonly ModelWord[]): ReadonlySet<number> {
  const quoted = new Set<number>()
  if (words.length > LONGEST_TEXT || !/["“„«]/.test(text)) return quoted
  for (const { 0: quotation, index } of text.matchAll(QUOTATION)) {
    const from = words.findIndex(({ start }) => start >= index)
    const next = words.findIndex(({ start }) => start >= index + quotation.length)
    const to = next < 0 ? words.length : next
    if (from < 0 || to - from < 1) continue
    const beside = [...words.slice(Math.max(0, from - NEAR), from), ...words.slice(to, to + NEAR)]
    if (words.some(({ form }, at) => (at < from || at >= to) && ADDRESS.has(form)) || beside.some(({ form }) => form === 'i')) continue
    if (words.slice(from, to).some(({ form }) => PROFANE.test(form))) continue
    if (to - from <= LONGEST_TOLD && beside.some(({ form }) => TOLD.has(form))) for (let at = from; at < to; at += 1) quoted.add(at)
  }
  return quoted
}
