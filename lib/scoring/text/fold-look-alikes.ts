/**
 * Letters that pass for others, beyond what Unicode's compatibility forms (NFKD) already say: each line is a Latin letter
 * and the signs drawn like it in Cyrillic, Greek, Coptic, Armenian, Cherokee, Lisu, Latin's own phonetic, small-capital and
 * stroked letters, enclosed letters. Chosen by looking at the shapes; digits and punctuation are no part of
 * it (lib/scoring/text/respell.ts reads those, where a word makes it likely).
 */
const LETTERS: Record<string, string> = {
  a: 'аαɑᴀӓӑǎⱥꓮᎪᗅ⍺🅐🅰ɐⲁ',
  b: 'въβʙɓƀƃᏴꓐ🅑🅱ьᖯƅⲃᏏᑲ',
  c: 'сςϲᴄƈȼↄᏟꓚ🅒🅲ⲥɕ𐐽Ϲ',
  d: 'ԁɗđɖᴅꓓᎠ🅓🅳ժᑯδᏧꓒ',
  e: 'еεєɛᴇҽӗɇɘəǝꓰᎬ🅔🅴℮ⲉꬲ',
  f: 'ƒꜰғϝꓝ🅕🅵ẝꬵꞙ',
  g: 'ɡɢǥԍցꓖᏀ🅖🅶ɠᶃƍ',
  h: 'һհʜħнⱨꓧᎻ🅗🅷ɦᏂ',
  i: 'іιıɪɩɨꙇꓲᎥ🅘🅸ìⲓ⍳',
  j: 'јϳᴊɉյꓙᎫ🅙🅹ʝ',
  k: 'кκᴋƙⱪқҡꓗᏦ🅚🅺ⲕҝĸ',
  l: 'ӏʟłɫⅼƚɭꓡᏞ🅛🅻ւլɬǀⵏᛁ∣',
  m: 'мᴍɱꓟᎷ🅜🅼ⅿⲙ',
  n: 'ɴηпոռŋɲƞꓠ🅝🅽ᥒиⲛ',
  o: 'оοøσօᴏɵөⲟꓳ🅞🅾ჿ๐໐௦०Ꭴ੦૦౦೦൦၀ᴑꬽ𐐬𐓪',
  p: 'рρᴘƥⲣƿꓑᏢ🅟🅿ᵽք⍴',
  q: 'ԛգզʠ🅠🆀',
  r: 'гʀɾɼяⲅɍᎡꓣ🅡🆁ᴦᏒꭇꭈ',
  s: 'ѕꜱʂƨꓢᏚ🅢🆂șƽ𐑈Տ',
  t: 'тτᴛŧƭțꓔᎢ🅣🆃ⲧʈ',
  u: 'υսᴜʋꓴ🅤🆄цµꭎꭒꞟ𐓶',
  v: 'ѵᴠνꓦᏙ🅥🆅ⅴⱱ∨⋁',
  w: 'ԝшѡᴡωɯꓪᎳ🅦🆆աᏔⲱ',
  x: 'хχӿҳꓫ🅧🆇ⅹⲭᕁᕽ',
  y: 'уγүʏɏƴꓬ🅨🆈ყᎩψᶌỿɣ',
  z: 'ᴢʐƶźʑꓜᏃ🅩🆉зⲍζ',
}

/** Marks of punctuation that stand for a plainer one. */
const PUNCTUATION: Record<string, string> = { "'": '‘’ʼ´`＇', '-': '‐‑‒–—−' }

const LISTED = [...Object.entries(LETTERS), ...Object.entries(PUNCTUATION)]
  .reverse()
  .flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const))

/** What a look-alike passes for, by the look-alike. Where two letters claim one sign, the first of the alphabet has it. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  // What a capital passes for, its small letter does too, unless the table says otherwise.
  ...LISTED.map(([sign, letter]) => [sign.toLowerCase(), letter] as const),
  ...LISTED,
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
])
