/**
 * Signs that join words: hyphens, and what stands in numbers, addresses and names of files. Texts are cut at them before they are indexed,
 * and searches too, so that `home-riches` is found in `http://home-riches.example/x`. `<` and `&` begin what PostgreSQL takes for markup, and
 * leaves out: a comment that began with `<style>` was found by none of its words.
 */
export const JOINTS = '-./:@_+<&'

const JOINT = new RegExp(`[${JOINTS}]`, 'g')

/** A text with its joints opened. */
export const openJoints = (text: string): string => text.replaceAll(JOINT, ' ')

/** The words of what is searched for, in order. */
export const cutWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

interface SearchedWords {
  text: string
  isPhrase: boolean
}

/** Whether a search is for words that stand together, one after the other: a phrase, or one word with joints. */
export const isTogether = ({ text, isPhrase }: SearchedWords): boolean => isPhrase || cutWords(text).length > 1

/** Whether the last word is only the beginning of what is searched for, as in `tram*`. */
export const isBeginning = ({ text, isPhrase }: SearchedWords): boolean => !isPhrase && /[\p{L}\p{N}]\*$/u.test(text)
