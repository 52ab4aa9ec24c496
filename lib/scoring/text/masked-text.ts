import { IDENTITY_FORM, readModelWords, type ModelVocabulary } from './model-words'

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
