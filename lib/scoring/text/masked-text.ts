import { FULL_NAME, IDENTITY_FORM, readModelWords, type ModelVocabulary, type ModelWord } from './model-words'

/** What stands for a term of identity where a reader knows words alone and has no mark for it. */
export const ANYBODY = 'people'

/**
 * The text with one word in place of each term by which people say who they are, so that a reader of whole texts does not see which
 * group is named. Terms that follow each other are one. A text that names nobody is given back as it is.
 */
export function maskIdentityTerms(text: string, vocabulary: ModelVocabulary, instead = ANYBODY): string {
  let masked = ''
  let from = 0
  let isAfterTerm = false
  for (const { form, start, end } of readModelWords(text, vocabulary)) {
    // Of what is written the other way round the places go back.
    if (start < from) continue
    if (form === IDENTITY_FORM) {
      const between = text.slice(from, start)
      masked += isAfterTerm && between.trim() === '' ? '' : between + instead
      from = end
    }
    isAfterTerm = form === IDENTITY_FORM
  }
  return masked + text.slice(from)
}

/**
 * The text with disguised words as they are meant ("1d10t", "w h o r e", "fаggot" with a Cyrillic а), for a reader of whole texts, who
 * knows words only as they are spelt: known harsh words, and words in which letters of other scripts or signs that nobody sees pass for
 * Latin ones. `mean` may put others in the place of words as the models read them. A text without any is given back as it is.
 */
export function writePlainly(
  text: string,
  vocabulary: ModelVocabulary,
  mean?: (text: string, words: readonly ModelWord[]) => readonly string[],
): string {
  const words = readModelWords(text, vocabulary)
  const meant = mean?.(text, words) ?? []
  let plain = ''
  let from = 0
  for (const [at, { form, start, end }] of words.entries()) {
    const other = meant[at] ?? form
    if (start < from || (other === form && !isDisguised(text.slice(start, end), form, vocabulary))) continue
    plain += text.slice(from, start) + other
    from = end
  }
  return plain + text.slice(from)
}

/** Whether a word is written otherwise than it is read, and not by an accent, a picture or letters drawn out alone. */
export function isDisguised(written: string, form: string, { lexicon }: ModelVocabulary): boolean {
  if (!/^[a-z]+$/.test(form) || PICTURE.test(written)) return false
  if (written.toLowerCase() === form) return MIXED_CASE.test(written) && lexicon.has(form)
  return form === FULL_NAME || lexicon.has(form) || !LATIN.test(written)
}

const PICTURE = /^\p{Extended_Pictographic}/u
const MIXED_CASE = /[a-z]\p{Lu}/u
const LATIN = /^[\p{Script=Latin}\p{M}'’]+$/u
