/** What stands for a letter that is not shown. */
export const BLANK = '*'

/** Digits and signs for letters that anybody may type, beside letters; several, where several are usual. */
const TYPED: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'gb', '7': 't', '8': 'b', '9': 'g',
  '@': 'aouei', $: 's', '!': 'il', '¡': 'i', '|': 'il', '+': 't', '€': 'e', '£': 'l', '(': 'c', '<': 'c', '¥': 'y', '§': 's', '¢': 'c', '†': 't', '°': 'o', '&': 'a', '%': BLANK, '#': BLANK, '*': BLANK,
} // prettier-ignore

/**
 * Signs of money, and letters of other scripts that are taken for ours by their shapes (by writers of "fancy text", for one), but are plain letters
 * where they belong: they are read as ours only where a word of a list comes out. The others are folded (fold-look-alikes.ts).
 */
const DRAWN_ALIKE: Readonly<Record<string, string>> = {
  a: '₳ค卂ա', b: '฿๒乃', c: '₵匚ⵛς', d: '๔ⴷ', e: 'ⴹ乇է', f: '₣千', g: '₲وꭶ', h: 'ђⵀ卄ի', i: 'เⵊ丨ի', j: 'ןフ', k: '₭', l: 'ⵏㄥן', m: '₥๓爪μ', n: '₦ภ几', o: '๏ⵔⵙㄖ',
  p: '₱ק卩', r: '尺ร', s: '₴丂ςꭶร', t: '₮շⵜㄒէ', u: 'ยⵡㄩμ', v: 'ש', w: '₩ฬ山ա', x: 'אⵝ乂', y: 'ץㄚվ', z: 'չ乙',
} // prettier-ignore

/** What each sign may stand for when letters are around it. */
export const LETTERS_OF_SIGNS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(DRAWN_ALIKE)
    .flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const))
    .reduce((letters, [sign, letter]) => letters.set(sign, (letters.get(sign) ?? '') + letter), new Map<string, string>()),
  ...Object.entries(TYPED),
])

/** Those of them that nobody types who means no letter: a class of a pattern. */
export const DRAWN_SIGNS = Object.values(DRAWN_ALIKE).join('')

/** Letters built of several signs, the longer first. */
const BUILT: readonly (readonly [signs: string, letter: string])[] = [
  ['|\\/|', 'm'], ['/\\/\\', 'm'], ['|v|', 'm'], ['\\/\\/', 'w'], ['|\\|', 'n'], ['/\\/', 'n'], ['|-|', 'h'], ['|_|', 'u'], ['(_)', 'u'], [']-[', 'h'],
  ['|<', 'k'], ['|{', 'k'], ['|)', 'd'], ['[)', 'd'], ['|=', 'f'], ['|2', 'r'], ['|>', 'p'], ['|*', 'p'], ['|3', 'b'], ['|_', 'l'],
  ['/\\', 'a'], ['\\/', 'v'], ['><', 'x'], ['}{', 'x'], ['()', 'o'], ['[]', 'o'], ['`/', 'y'], ['vv', 'w'],
] // prettier-ignore
const escape = (signs: string) => signs.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const IS_BUILT = new RegExp(BUILT.map(([signs]) => escape(signs)).join('|'), 'g')
/** One of these is in all of them. */
const MAY_BE_BUILT = /[|\\()<[}`]|vv/
const letterOf = new Map(BUILT)

/** A spelling with the letters in it that are built of several signs ("|-|" for h). */
export function readBuilt(spelling: string): string {
  return MAY_BE_BUILT.test(spelling) ? spelling.replace(IS_BUILT, (signs) => letterOf.get(signs) ?? signs) : spelling
}
