/** Letters that stand on their head, and ordinary ones that are others then. */
const STANDING: Readonly<Record<string, string>> = {
  ...{
    ɐ: 'a',
    ɔ: 'c',
    ǝ: 'e',
    ɟ: 'f',
    ƃ: 'g',
    ɥ: 'h',
    ᴉ: 'i',
    ı: 'i',
    ɾ: 'j',
    ʞ: 'k',
    ן: 'l',
    ɯ: 'm',
    ɹ: 'r',
    ʇ: 't',
    ʌ: 'v',
    ʍ: 'w',
    ʎ: 'y',
  },
  ...{
    '∀': 'a',
    Ɔ: 'c',
    ᗡ: 'd',
    Ǝ: 'e',
    Ⅎ: 'f',
    '⅁': 'g',
    H: 'h',
    I: 'i',
    ſ: 'j',
    '⅂': 'l',
    W: 'm',
    N: 'n',
    O: 'o',
    Ԁ: 'p',
    Ό: 'q',
    ᴚ: 'r',
    S: 's',
    '⊥': 't',
    '∩': 'u',
    Λ: 'v',
    M: 'w',
    X: 'x',
    '⅄': 'y',
    Z: 'z',
  },
  ...{ q: 'b', p: 'd', l: 'l', u: 'n', o: 'o', d: 'p', b: 'q', s: 's', n: 'u', x: 'x', z: 'z' },
}
/** Those by which one sees it. */
export const TURNED_LETTERS = 'ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎƆᗡƎℲ⅁⅂Ԁᴚ⊥⅄'
/** Those that no language writes. */
const SURELY_TURNED = 'ɟƃɥᴉɾʞɯɹʇʌʍʎℲ⅁⅂⅄'
const HAS_TURNED_LETTER = new RegExp(`[${TURNED_LETTERS}]`)
const WORD = new RegExp(`[${Object.keys(STANDING).join('')}]{3,}`, 'g')
/** One such letter may be that of a language: two make a word, and one of those that are none's does. */
const IS_TURNED = new RegExp(`[${TURNED_LETTERS}][^${TURNED_LETTERS}]*[${TURNED_LETTERS}]|[${SURELY_TURNED}]`)

/**
 * Words that stand on their head ("ʇoᴉpᴉ"), the right way up: where each unit of the text comes from, and what it is then. Null where there
 * are none. All these letters are single units. Linear in the length of the text.
 */
export function standUp(text: string): { text: string; places: Uint32Array } | null {
  if (!HAS_TURNED_LETTER.test(text)) return null
  const units = [...Array(text.length).keys()].map((at) => text.charAt(at))
  const places = Uint32Array.from(units, (_, at) => at)
  let isAny = false
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!IS_TURNED.test(word)) continue
    isAny = true
    for (let at = 0; at < word.length; at += 1) {
      const from = word.length - 1 - at
      places[index + at] = index + from
      units[index + at] = STANDING[word.charAt(from)] ?? word.charAt(from)
    }
  }
  return isAny ? { text: units.join(''), places } : null
}
