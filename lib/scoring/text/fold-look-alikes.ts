/**
 * Letters that pass for others, beyond what Unicode's compatibility forms (NFKD) already say: each line is a Latin letter
 * and the signs drawn like it in Cyrillic, Greek, Coptic, Armenian, Cherokee, Lisu, Latin's own phonetic, small-capital and
 * stroked letters, enclosed letters. Chosen by looking at the shapes; digits and punctuation are no part of
 * it (lib/scoring/text/respell.ts reads those, where a word makes it likely).
 */
const LETTERS: Record<string, string> = {
  a: 'аαɑᴀӓӑǎⱥꓮᎪᗅ⍺🅐🅰ɐⲁ',
  b: 'въβʙɓƀƃᏴꓐ🅑🅱ьᖯƅⲃ',
  c: 'сςϲᴄƈȼↄᏟꓚ🅒🅲ⲥɕ',
  d: 'ԁɗđɖᴅꓓᎠ🅓🅳ժᑯδ',
  e: 'еεєɛᴇҽӗɇɘəǝꓰᎬ🅔🅴℮ⲉ',
  f: 'ƒꜰғϝꓝ🅕🅵ẝ',
  g: 'ɡɢǥԍցꓖᏀ🅖🅶ɠ',
  h: 'һհʜħнⱨꓧᎻ🅗🅷ɦ',
  i: 'іιıɪɩɨꙇꓲᎥ🅘🅸ìⲓ',
  j: 'јϳᴊɉյꓙᎫ🅙🅹ʝ',
  k: 'кκᴋƙⱪқҡꓗᏦ🅚🅺ⲕ',
  l: 'ӏʟłɫⅼƚɭꓡᏞ🅛🅻ւլɬ',
  m: 'мᴍɱꓟᎷ🅜🅼ⅿⲙ',
  n: 'ɴνηпոռŋɲƞꓠ🅝🅽ᥒиⲛ',
  o: 'оοøσօᴏɵөⲟꓳ🅞🅾ჿ๐໐௦०Ꭴ',
  p: 'рρᴘƥⲣƿꓑᏢ🅟🅿ᵽք',
  q: 'ԛգզʠ🅠🆀',
  r: 'гʀɾɼяⲅɍᎡꓣ🅡🆁ᴦᏒ',
  s: 'ѕꜱʂƨꓢᏚ🅢🆂ș',
  t: 'тτᴛŧƭțꓔᎢ🅣🆃ⲧʈ',
  u: 'υսᴜʋꓴ🅤🆄цµ',
  v: 'ѵᴠνꓦᏙ🅥🆅ⅴⱱ',
  w: 'ԝшѡᴡωɯꓪᎳ🅦🆆աᏔⲱ',
  x: 'хχӿҳꓫ🅧🆇ⅹⲭ',
  y: 'уγүʏɏƴꓬ🅨🆈ყᎩψ',
  z: 'ᴢʐƶźʑꓜᏃ🅩🆉зⲍ',
}

/** Marks of punctuation that stand for a plainer one. */
const PUNCTUATION: Record<string, string> = { "'": '‘’ʼ´`＇', '-': '‐‑‒–—−' }

/** What a look-alike passes for, by the look-alike. Where two letters claim one sign, the first of the alphabet has it. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...[...Object.entries(LETTERS), ...Object.entries(PUNCTUATION)]
    .reverse()
    .flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const)),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
])
