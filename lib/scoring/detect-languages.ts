import { eld } from 'eld/small'

/** Looking at more tells nothing new. */
const LOOKED_AT = 2000

/**
 * The languages a text is written in, as ISO 639-1, the likeliest first. Where the letters are Latin and nothing is certain, as
 * in "lol ok", it is taken for English: to refuse such a text would help nobody. `und` is none that is known.
 */
export function detectLanguages(text: string): string[] {
  const found = eld.detect(text.slice(0, LOOKED_AT))
  if (found.language !== '' && found.isReliable()) return [found.language]
  return /\p{Script=Latin}/u.test(text) ? ['en'] : [found.language === '' ? 'und' : found.language]
}
