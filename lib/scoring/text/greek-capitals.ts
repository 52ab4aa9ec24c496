/** Capitals of Greek that are drawn like other letters than their small ones are: "ν" passes for v, "Ν" for N. */
export const DOUBLE_FACED = 'ΗΜΝΥ'
const LATIN: Readonly<Record<string, string>> = { Η: 'H', Μ: 'M', Ν: 'N', Υ: 'Y' }
const CAPITAL = new RegExp(`[${DOUBLE_FACED}]`, 'g')
/** Letters of Greek that pass for no Latin one: with them it is Greek. */
const IS_GREEK = /[ΓΔΘΛΞΠΣΦΨΩγδζηθλμξπφψώάέήίόύ]/

const IS_OTHER = /(?!\p{Script=Greek})\p{L}/u

/**
 * The text with such capitals read as the Latin letters they are drawn like ("ΝIT"), unit for unit. Null where there are none, and where the text
 * is Greek or has no letter of another script.
 */
export function readCapitals(text: string): string | null {
  if (text.search(CAPITAL) < 0 || !IS_OTHER.test(text) || IS_GREEK.test(text)) return null
  return text.replace(CAPITAL, (capital) => LATIN[capital] ?? capital)
}
