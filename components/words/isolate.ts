import { DIRECTIONS, type Language } from '@/lib/domain/languages'

/** Letters of the scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Any other letter. */
const LEFT_TO_RIGHT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u

/** First strong isolate … pop directional isolate (Unicode UAX 9, 2.4 and 2.5). Spaces at the ends stay outside: they belong to the sentence. */
const CORE = /^(\s*)(.*?)(\s*)$/su

/**
 * A name, a title or a figure as it stands in a sentence of the language: what is written the other way, in whole or in part,
 * is isolated, so that it neither turns around the words beside it nor takes their punctuation along.
 */
export function isolate(language: Language, text: string): string {
  const other = DIRECTIONS[language] === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT
  return other.test(text) ? text.replace(CORE, '$1\u2068$2\u2069$3') : text
}
