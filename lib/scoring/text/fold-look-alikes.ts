/**
 * Letters that pass for others, beyond what Unicode's compatibility forms (NFKD) already say: each line is a Latin letter
 * and the signs drawn like it in Cyrillic, Greek, Coptic, Armenian, Cherokee, Lisu, Latin's own phonetic, small-capital and
 * stroked and insular letters, Canadian syllabics, old Italic and Gothic ones, braille, enclosed letters. Chosen by looking at the shapes; digits and punctuation are no part of
 * it (lib/scoring/text/respell.ts reads those, where a word makes it likely).
 */
const LETTERS: Record<string, string> = {
  a: 'аαɑᴀӓӑǎⱥꓮᎪᗅ⍺🅐🅰ɐⲁᗩꬰ𐌀𐌰𐊠⠁',
  b: 'въβʙɓƀƃᏴꓐ🅑🅱ьᖯƅⲃᏏᑲᗷᏸꞗ𐌁𐌱𐊂⠃',
  c: 'сϲᴄƈȼↄᏟꓚ🅒🅲ⲥɕ𐐽Ϲᑕꮳ𐌂⠉ᏣҀ',
  d: 'ԁɗđɖᴅꓓᎠ🅓🅳ժᑯδᏧꓒᗪᎴꝺ𐌃𐌳ⲇᗫ⠙',
  e: 'еεєɛᴇҽӗɇɘəǝꓰᎬ🅔🅴℮ⲉꬲᗴᕮᏋ𐌄𐌴𐊆⠑',
  f: 'ƒꜰғϝꓝ🅕🅵ẝꬵꞙᖴֆʄꝼ𐌅𐍆𐊇ᎰᎨ⠋',
  g: 'ɡɢǥԍցꓖᏀ🅖🅶ɠᶃƍᎶᏵᵹ𐌲ᘜ⠛',
  h: 'һհʜħнⱨꓧᎻ🅗🅷ɦᏂᕼɧ𐌇𐌷𐋏ⲏ⠓',
  i: 'іιıɪɩɨꙇꓲᎥ🅘🅸ìⲓ⍳Ꮖᓮ𐌉𐌹𐊊⠊',
  j: 'јϳᴊɉյꓙᎫ🅙🅹ʝᒍꞁ𐌾ᒎ⠚',
  k: 'кκᴋƙⱪқҡꓗᏦ🅚🅺ⲕҝĸꝁꝃ𐌊𐌺𐋄ᐽ⠅',
  l: 'ӏʟłɫⅼƚɭꓡᏞ🅛🅻ւլɬǀⵏᛁ∣ᒪᏝⱡƖꝉ𐌋𐌻Ꮣ⠇',
  m: 'мᴍɱꓟᎷ🅜🅼ⅿⲙᗰꝳ𐌌𐌼𐊰⠍',
  n: 'ɴηпոռŋɲƞꓠ🅝🅽ᥒиⲛᑎᏁ𐌍𐌽ᘉ⠝',
  o: 'оοøσօᴏɵөⲟꓳ🅞🅾ჿ๐໐௦०Ꭴ੦૦౦೦൦၀ᴑꬽ𐐬𐓪ᎾᏫꝋ𐌏𐍉𐊒𐊫ᓎѺ⠕',
  p: 'рρᴘƥⲣƿꓑᏢ🅟🅿ᵽք⍴ᑭᎮꝑ℘𐌐𐍀𐊕ᑹ⠏',
  q: 'ԛգզʠ🅠🆀ᑫɋꞯꝗ𐌒𐌵ᕴ⠟',
  r: 'гʀɾɼяⲅɍᎡꓣ🅡🆁ᴦᏒꭇꭈᖇⱤꞃ𐌓𐍂⠗',
  s: 'ѕꜱʂƨꓢᏚ🅢🆂șƽ𐑈ՏȿᏕꞅ𐌔𐍃ᔕ⠎',
  t: 'тτᴛŧƭțꓔᎢ🅣🆃ⲧʈᎿꞇ𐌕𐍄𐊗ᏖϮᖶ⠞',
  u: 'ᵾυսᴜʋꓴ🅤🆄цµꭎꭒꞟ𐓶ᑌᏌʉџ𐌿ᑘ⠥',
  v: 'ѵᴠνꓦᏙ🅥🆅ⅴⱱ∨⋁ᐯᏉᏤꝟ𐌖ᐺ⠧',
  w: 'ԝшѡᴡωɯꓪᎳ🅦🆆ᏔⲱᗯщᏇꝡ𐍅ᘺϢ⠺',
  x: 'хχӿҳꓫ🅧🆇ⅹⲭᕁᕽ᙭𐌗𐍇𐊴⠭',
  y: 'ⲩуγүʏɏƴꓬ🅨🆈ყᎩψᶌỿɣᎽꝩ𐌙𐊲ᖻ⠽',
  z: 'ᴢʐƶźʑꓜᏃ🅩🆉зⲍζᘔⱫⱬꝣ𐌶𐋵ᗱ⠵',
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
  ...['ʦts', 'ꝏoo', 'ꜳaa', 'ȸdb', 'ʪls', 'ꜵao', 'ꜷau', 'ʣdz', 'ʫlz', 'ᵫue', 'ɶoe', 'ᴁae'].map(
    (pair) => [pair.charAt(0), pair.slice(1)] as const,
  ),
])
