/**
 * Letters of Greek, Cyrillic, Armenian and some rare ones by what a Latin one among them may be meant by: what they are drawn like, and what they are sounded as. A fold
 * keeps one of them; where a word of a list is looked for, all are tried.
 */
const MEANT: Readonly<Record<string, string>> = {
  α: 'a', β: 'bv', γ: 'ygr', δ: 'da', ε: 'e', ζ: 'z', η: 'nh', θ: 'o', ι: 'il', κ: 'kc', λ: 'la', μ: 'um', ν: 'vnu', ξ: 'ex', ο: 'o', π: 'npr', ρ: 'pr', σ: 'soe', ς: 'cs', τ: 't',
  υ: 'uyv', φ: 'fo', χ: 'xck', ψ: 'ywu', ω: 'wo', ϲ: 'c', ϳ: 'j', ϙ: 'q', ϝ: 'f',
  а: 'a', б: 'b', в: 'bvw', г: 'rg', ґ: 'rg', д: 'da', е: 'e', ё: 'e', ж: 'xj', з: 'ze', и: 'niu', й: 'niu', к: 'kcq', л: 'ln', м: 'm', н: 'hn', о: 'o', п: 'np', р: 'pr', с: 'cs', т: 't', у: 'yu', ф: 'fo',
  х: 'xh', ц: 'uc', ч: 'yc', ш: 'w', щ: 'w', ъ: 'b', ы: 'iy', ь: 'b', э: 'e', ю: 'u', я: 'ra', і: 'il', ї: 'i', ј: 'j', ѕ: 's', ҽ: 'e', ғ: 'f', һ: 'h', ԍ: 'g', ѡ: 'w', ў: 'y', ҋ: 'n',
  ա: 'aw', բ: 'bf', գ: 'qg', դ: 'n', ե: 'te', զ: 'q', է: 'te', ը: 'n', թ: 'p', ժ: 'd', ի: 'hi', լ: 'l', ծ: 'd', կ: 'k', հ: 'hyz', ձ: 'a', ղ: 'n', ճ: 'b', մ: 'u', յ: 'j', շ: 'zt', ո: 'n', չ: 'yz', պ: 'm', ռ: 'n', ս: 'u',
  վ: 'vuy', տ: 'snt', ր: 'r', ց: 'g', ւ: 'l', փ: 'o', ք: 'p', օ: 'o', ֆ: 'fs', ƒ: 'f', ħ: 'hn', ɬ: 'lt', ꞃ: 'rn', ŧ: 'tf', ⲅ: 'rg', ᛁ: 'li',
} // prettier-ignore

const LETTER = new RegExp(`[${Object.keys(MEANT).join('')}]`, 'iu')
/** Where such letters stand in a text, they are shown by signs of nobody's use, so that nothing else reads them. */
const FIRST_SIGN = 0xe100
const signOf = new Map(Object.keys(MEANT).map((letter, at) => [letter, String.fromCharCode(FIRST_SIGN + at)]))

/** What each of these signs may stand for. */
export const TWO_FACED: readonly (readonly [sign: string, letters: string])[] = Object.entries(MEANT).map(([letter, letters]) => [
  signOf.get(letter) ?? '',
  letters,
])

/** So many letters of such scripts, and more than there are of Latin: that is no disguise but the language of the text. */
const MANY = 30
const OTHER = /(?!\p{Script=Latin})\p{L}/gu
const LATIN = /\p{Script=Latin}/gu

/**
 * A folded text with signs in place of the letters that may be several. Null where there are none, or where the text is of such a script.
 *
 * @param starts where in the original each unit of the folded text comes from
 */
export function showTwoFaced(original: string, text: string, starts: Uint32Array): string | null {
  if (!LETTER.test(original)) return null
  const others = original.match(OTHER)?.length ?? 0
  if (others > MANY && others > (original.match(LATIN)?.length ?? 0)) return null
  let shown = ''
  for (let at = 0; at < text.length; at += 1) {
    const place = starts[at] ?? 0
    shown += (starts[at - 1] === place ? undefined : signOf.get(original.charAt(place).toLowerCase())) ?? text.charAt(at)
  }
  return shown
}
