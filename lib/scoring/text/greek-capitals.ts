/** Capitals of Greek that are drawn like other letters than their small ones are: "ν" passes for v, "Ν" for N. */
export const DOUBLE_FACED = 'ΗΜΝΥΉΎΓ'
const LATIN: Readonly<Record<string, string>> = { Η: 'H', Μ: 'M', Ν: 'N', Υ: 'Y', Ή: 'H', Ύ: 'Y', Γ: 'r' }
const CAPITAL = new RegExp(`[${DOUBLE_FACED}]`, 'g')
/** A word with such a capital in it. */
const WORD = new RegExp(`[\\p{L}\\p{M}]*[${DOUBLE_FACED}][\\p{L}\\p{M}]*`, 'gu')
/** Letters of Greek that pass for no Latin one: with them it is Greek. */
const IS_GREEK = /[ΓΔΘΛΞΠΣΦΨΩγδζηθλμξπφψώΉΎάέήίόύ]/

const IS_OTHER = /(?!\p{Script=Greek})\p{L}/u

const LATIN_LETTER = /\p{Script=Latin}/gu
const GREEK_LETTER = /\p{Script=Greek}/gu
const countLetters = (text: string, letter: RegExp) => text.match(letter)?.length ?? 0

/**
 * The text with such capitals read as the Latin letters they are drawn like ("ΝIT"), unit for unit. Null where there are none, and where the text
 * is Greek or has no letter of another script; a word that has some of both is no Greek.
 */
export function readCapitals(text: string): string | null {
  if (text.search(CAPITAL) < 0 || !IS_OTHER.test(text)) return null
  const isGreek = IS_GREEK.test(text) && countLetters(text, LATIN_LETTER) < countLetters(text, GREEK_LETTER)
  const read = text.replace(WORD, (word) =>
    isGreek && !IS_OTHER.test(word) ? word : word.replace(CAPITAL, (capital) => LATIN[capital] ?? capital),
  )
  return read === text ? null : read
}
