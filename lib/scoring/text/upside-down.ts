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
  ...{ q: 'b', p: 'd', l: 'l', u: 'n', o: 'o', d: 'p', b: 'q', s: 's', n: 'u', x: 'x', z: 'z' },
}
export const HAS_TURNED_LETTER = /[ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ]/
/** One such letter may be that of a language or of a dictionary. */
const TURNED_WORD = /(?=[a-zı]*[ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ][a-zı]*[ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ])[ɐɔǝɟƃɥᴉıɾʞןɯɹʇʌʍʎqpluodbsnxz]{3,}/g

/**
 * Words that stand on their head ("ʇoᴉpᴉ"), the right way up: where each unit of the text comes from, and what it is then. Null where there
 * are none. All these letters are single units.
 */
export function standUp(text: string): { text: string; places: Uint32Array } | null {
  if (!HAS_TURNED_LETTER.test(text)) return null
  const units = [...Array(text.length).keys()].map((at) => text.charAt(at))
  const places = Uint32Array.from(units, (_, at) => at)
  let isAny = false
  for (const { 0: word, index } of text.matchAll(TURNED_WORD)) {
    isAny = true
    for (let at = 0; at < word.length; at += 1) {
      const from = word.length - 1 - at
      places[index + at] = index + from
      units[index + at] = STANDING[word.charAt(from)] ?? word.charAt(from)
    }
  }
  return isAny ? { text: units.join(''), places } : null
}
