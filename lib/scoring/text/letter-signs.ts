import { TWO_FACED } from './two-faced-letters'

/** What stands for a letter that is not shown. */
export const BLANK = '*'

/** Digits and signs for letters that anybody may type, beside letters; several, where several are usual. */
const TYPED: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'gb', '7': 't', '8': 'b', '9': 'g',
  '@': 'aouei', $: 's', '!': 'il', '¡': 'i', '|': 'il', '+': 't', '€': 'e', '£': 'l', '(': 'c', '<': 'c', '¥': 'y', '§': 's', '¢': 'c', '†': 't', '°': 'o', '&': 'ae', '^': 'a', '%': BLANK, '#': BLANK, '*': BLANK,
} // prettier-ignore

/**
 * Signs of money, and letters of other scripts that are taken for ours by their shapes (by writers of "fancy text", for one), but are plain letters
 * where they belong: they are read as ours only where a word of a list comes out. The others are folded (fold-look-alikes.ts).
 */
const DRAWN_ALIKE: Readonly<Record<string, string>> = {
  a: '₳ค卂աልᚨⴀ∀∧', b: '฿๒乃ጌᛒხ₿ცҍⴆ', c: '₵匚ⵛςርᚲⴚ₡⊂©₢כ☪', d: '๔ⴷ刀ዕᛞძ₫∂', e: 'ⴹ乇էቿᛖე₠∈૯∑', f: '₣千下ቻᚠჶ∱ϥ', g: '₲وꭶ厶ኗᚷⴚ', h: 'ђⵀ卄իዘᚺⴙ♄₴ⳣ', i: 'เⵊ丨ի工ጎᛁⴈ❗ויןㅣ',
  j: 'ןフ丁ጋᛃⴣ⎦ⳝ', k: '₭长ጕᚲⴉҟ', l: 'ⵏㄥן乚ረᛚ⎸₤ו∣₾', m: '₥๓爪μ从ጠᛗმ₼ʍᛖ', n: '₦ภ几ክᚾⴖ∩ח₪', o: '๏ⵔⵙㄖ口ዐᛟⴍ¤∘ס⭕⚪⚫', p: '₱ק卩尸የᛈⴜ₽', q: '㔿ዒᛩყ⊘ᚲⳋ', r: '尺รዪᚱ┌®ཞ₹',
  s: '₴丂ςꭶรነᛊⴝ⚡∫', t: '₮շⵜㄒէ丅ፕᛏⴕ₸⊥✝➕✚דז', u: 'ยⵡㄩμ凵ሁᚢⴎ⊔∪პⳙપ', v: 'שリሀᚡⴅ√ע۷✌☑✔', w: '₩ฬ山աሠᚹო⩊₪ש', x: 'אⵝ乂ሸᛪ×❌✖✕✗ጀ૪', y: 'ץㄚվ丫ሃᚤყ⅄', z: 'չ乙ጊᛉ⚡⅀∠',
} // prettier-ignore

/** Pictures that are put for letters. */
const PICTURED: Readonly<Record<string, string>> = {
  o: '🔴🔵🟠🟡🟢🟣🟤🌕🌑🍩🏀🎱',
  s: '💲',
  e: '📧',
  z: '💤',
  h: '♓',
  n: '♑',
  u: '⛎',
  l: '🕒',
  a: '🔺',
}

/** What each sign may stand for when letters are around it. */
export const LETTERS_OF_SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...Object.entries(DRAWN_ALIKE), ...Object.entries(PICTURED)]
    .flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const))
    .reduce((letters, [sign, letter]) => letters.set(sign, (letters.get(sign) ?? '') + letter), new Map<string, string>()),
  ...Object.entries(TYPED),
  ...TWO_FACED,
])

/** Those of them that nobody types who means no letter: a class of a pattern. */
export const DRAWN_SIGNS = Object.values(DRAWN_ALIKE).join('') + TWO_FACED.map(([sign]) => sign).join('')

/** Letters built of several signs, the longer first. */
const BUILT: readonly (readonly [signs: string, letter: string])[] = [
  ['|\\/|', 'm'], ['/\\/\\', 'm'], ['|v|', 'm'], ['\\/\\/', 'w'], ['|\\|', 'n'], ['/\\/', 'n'], ['|-|', 'h'], ['|_|', 'u'], ['(_)', 'u'], [']-[', 'h'],
  ['|<', 'k'], ['|{', 'k'], ['|)', 'd'], ['[)', 'd'], ['|=', 'f'], ['|2', 'r'], ['|>', 'p'], ['|*', 'p'], ['|3', 'b'], ['|_', 'l'],
  ['/\\', 'a'], ['\\/', 'v'], ['><', 'x'], ['}{', 'x'], ['()', 'o'], ['[]', 'o'], ['`/', 'y'], ['vv', 'w'],
] // prettier-ignore
/** And some that are read so only where much else is. */
const BUILT_LOOSELY: readonly (readonly [signs: string, letter: string])[] = [
  ['^^', 'm'], ['\\x/', 'w'], ['}{', 'h'], [')-(', 'h'], ['|]', 'd'], ['|°', 'p'], ['|8', 'b'], ['13', 'b'], ['1_', 'l'], ['/-\\', 'a'], ['<>', 'o'], ['][', 'i'], ['-|-', 't'], ['[-', 'e'],
  ['{', 'c'], ['[', 'c'], ['(_+', 'g'], ['_|', 'j'], ['>_', 'z'], ['(,)', 'q'], ['ph', 'f'], ['v', 'u'], ['#', 'h'], ['z', 's'],
] // prettier-ignore
/** All of them by the unit of their first sign, with the unit of the letter. */
export const BUILT_BY_FIRST: ReadonlyMap<number, readonly (readonly [signs: string, letter: number])[]> = [
  ...BUILT,
  ...BUILT_LOOSELY,
].reduce(
  (byFirst, [signs, letter]) =>
    byFirst.set(signs.charCodeAt(0), [...(byFirst.get(signs.charCodeAt(0)) ?? []), [signs, letter.charCodeAt(0)] as const]),
  new Map<number, (readonly [string, number])[]>(),
)
const escape = (signs: string) => signs.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const IS_BUILT = new RegExp(BUILT.map(([signs]) => escape(signs)).join('|'), 'g')
/** One of these is in all of them. */
const MAY_BE_BUILT = /[|\\()<[}`]|vv/
const letterOf = new Map(BUILT)

/** A spelling with the letters in it that are built of several signs ("|-|" for h). */
export function readBuilt(spelling: string): string {
  return MAY_BE_BUILT.test(spelling) ? spelling.replace(IS_BUILT, (signs) => letterOf.get(signs) ?? signs) : spelling
}
