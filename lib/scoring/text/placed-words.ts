import { ANYBODY, isDisguised } from './masked-text'
import { IDENTITY_FORM, type ModelVocabulary, type ModelWord } from './model-words'

/** A text for a reader who knows words only as they are spelt, and where in it each word begins and ends (UTF-16 units, end exclusive). */
export interface PlacedWords {
  text: string
  starts: Uint32Array
  ends: Uint32Array
}

/**
 * The text with disguised words as they are meant, one word in place of each term of identity, and all in the form NFKC, so that a
 * reader's places are those given here. `words`: as the models read them; what is turned round stands at its words' places.
 */
export function placeWords(original: string, words: readonly ModelWord[], vocabulary: ModelVocabulary): PlacedWords {
  const starts = new Uint32Array(words.length)
  const ends = new Uint32Array(words.length)
  let text = ''
  let from = 0
  for (const [at, word] of words.entries()) {
    if (word.start >= from) text += original.slice(from, word.start).normalize('NFKC')
    const written = original.slice(Math.max(from, word.start), word.end)
    starts[at] = text.length
    text += nameInstead(written, word.form, vocabulary) ?? written.normalize('NFKC')
    ends[at] = text.length
    from = Math.max(from, word.end)
  }
  return { text: text + original.slice(from).normalize('NFKC'), starts, ends }
}

function nameInstead(written: string, form: string, vocabulary: ModelVocabulary): string | null {
  if (form === IDENTITY_FORM) return ANYBODY
  return isDisguised(written, form, vocabulary) ? form : null
}
