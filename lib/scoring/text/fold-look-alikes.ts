/**
 * Letters that pass for others, beyond what Unicode's compatibility forms (NFKD) already say: each line is a Latin letter
 * and the signs drawn like it in Cyrillic, Greek, Coptic, Armenian, Cherokee, Lisu, Latin's own phonetic, small-capital and
 * stroked letters, Canadian syllabics, enclosed letters. Chosen by looking at the shapes; digits and punctuation are no part of
 * it (lib/scoring/text/respell.ts reads those, where a word makes it likely).
 */
const LETTERS: Record<string, string> = {
  a: 'аαɑᴀӓӑǎⱥꓮᎪᗅ⍺🅐🅰ɐⲁᗩ',
  b: 'въβʙɓƀƃᏴꓐ🅑🅱ьᖯƅⲃᏏᑲᗷᏸ',
  c: 'сϲᴄƈȼↄᏟꓚ🅒🅲ⲥɕ𐐽Ϲᑕ',
  d: 'ԁɗđɖᴅꓓᎠ🅓🅳ժᑯδᏧꓒᗪᎴ',
  e: 'еεєɛᴇҽӗɇɘəǝꓰᎬ🅔🅴℮ⲉꬲᗴᕮᏋ',
  f: 'ƒꜰғϝꓝ🅕🅵ẝꬵꞙᖴֆ',
  g: 'ɡɢǥԍցꓖᏀ🅖🅶ɠᶃƍᎶᏵ',
  h: 'һհʜħнⱨꓧᎻ🅗🅷ɦᏂᕼ',
  i: 'іιıɪɩɨꙇꓲᎥ🅘🅸ìⲓ⍳Ꮖ',
  j: 'јϳᴊɉյꓙᎫ🅙🅹ʝᒍ',
  k: 'кκᴋƙⱪқҡꓗᏦ🅚🅺ⲕҝĸ',
  l: 'ӏʟłɫⅼƚɭꓡᏞ🅛🅻ւլɬǀⵏᛁ∣ᒪᏝⱡ',
  m: 'мᴍɱꓟᎷ🅜🅼ⅿⲙᗰ',
  n: 'ɴηпոռŋɲƞꓠ🅝🅽ᥒиⲛᑎᏁ',
  o: 'оοøσօᴏɵөⲟꓳ🅞🅾ჿ๐໐௦०Ꭴ੦૦౦೦൦၀ᴑꬽ𐐬𐓪ᎾᏫ',
  p: 'рρᴘƥⲣƿꓑᏢ🅟🅿ᵽք⍴ᑭᎮ',
  q: 'ԛգզʠ🅠🆀ᑫɋꞯ',
  r: 'гʀɾɼяⲅɍᎡꓣ🅡🆁ᴦᏒꭇꭈᖇⱤ',
  s: 'ѕꜱʂƨꓢᏚ🅢🆂șƽ𐑈ՏȿᏕ',
  t: 'тτᴛŧƭțꓔᎢ🅣🆃ⲧʈᎿ',
  u: 'υսᴜʋꓴ🅤🆄цµꭎꭒꞟ𐓶ᑌᏌʉџ',
  v: 'ѵᴠνꓦᏙ🅥🆅ⅴⱱ∨⋁ᐯᏉᏤ',
  w: 'ԝшѡᴡωɯꓪᎳ🅦🆆ᏔⲱᗯщᏇ',
  x: 'хχӿҳꓫ🅧🆇ⅹⲭᕁᕽ᙭',
  y: 'уγүʏɏƴꓬ🅨🆈ყᎩψᶌỿɣᎽ',
  z: 'ᴢʐƶźʑꓜᏃ🅩🆉зⲍζᘔⱫⱬ',
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
