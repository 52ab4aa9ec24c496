import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { LOOK_ALIKES } from '@/lib/scoring/text/fold-look-alikes'
import { findRespellings } from '@/lib/scoring/text/respell'
import { RespellingLexicon } from '@/lib/scoring/text/respelling-lexicon'
import { watchedWords } from '@/lib/scoring/watched-words'
import { CLEAN_TEXTS } from '@/tests/factories/clean-texts'
import { chance } from '@/tests/factories/chance'

const lexicon = new RespellingLexicon([
  'idiot*',
  'crap',
  'gook',
  'fack',
  'fuck*',
  'shit',
  'asshole*',
  'bitch',
  'stupid',
  'moron*',
  'cunt',
  'kys',
])
const words = (text: string) => findRespellings(text, lexicon).map(({ word, start, end }) => [word, text.slice(start, end)])

describe('a word in disguise', () => {
  it.each([
    ['you 1d10t', '1d10t', 'idiot'],
    ['a$$hole of the year', 'a$$hole', 'asshole'],
    ['what the f**k', 'f**k', 'fuck'],
    ['this is sh!t.', 'sh!t', 'shit'],
    ['oh f.u.c.k', 'f.u.c.k', 'fuck'],
    ['you i d i o t', 'i d i o t', 'idiot'],
    ['so stuuuupid', 'stuuuupid', 'stupid'],
    ['a b-i-t-c-h', 'b-i-t-c-h', 'bitch'],
    ['M0R0N'.toLowerCase(), 'm0r0n', 'moron'],
    ['f*u*c*k off', 'f*u*c*k', 'fuck'],
    ['(f)(u)(c)(k) that', 'f)(u)(c)(k', 'fuck'],
    ['f\nu\nc\nk', 'f\nu\nc\nk', 'fuck'],
    ['s|h|i|t', 's|h|i|t', 'shit'],
    ['b🔥i🔥t🔥c🔥h', 'b🔥i🔥t🔥c🔥h', 'bitch'],
    ['f💩ck this', 'f💩ck', 'fuck'],
    ['such a b i t c h', 'b i t c h', 'bitch'],
    ['an idio t', 'idio t', 'idiot'],
    ['what sh it', 'sh it', 'shit'],
    ['ssttuuppiidd', 'ssttuuppiidd', 'stupid'],
    ['s¡mple sh¡t', 'sh¡t', 'shit'],
    ['f***ing mess', 'f***ing', 'fucking'],
    ['what the f--k', 'f--k', 'fuck'],
    ['so st_pid', 'st_pid', 'stupid'],
    ['an id;iot', 'id;iot', 'idiot'],
    ["an id'iot", "id'iot", 'idiot'],
    ['an id·iot', 'id·iot', 'idiot'],
    ['i!!d!!i!!o!!t', 'i!!d!!i!!o!!t', 'idiot'],
    ['b.-.-.-i.-.-.-t.-.-.-c.-.-.-h', 'b.-.-.-i.-.-.-t.-.-.-c.-.-.-h', 'bitch'],
    ['f     u     c     k', 'f     u     c     k', 'fuck'],
    ['**a****s****s****h****o****l****e**', '**a****s****s****h****o****l****e', 'asshole'],
    ['an id-\niot', 'id-\niot', 'idiot'],
    ['what a b.tch', 'b.tch', 'bitch'],
    ['a m@ron', 'm@ron', 'moron'],
    ['¢unt§ here', '¢unt§', 'cunts'],
    ['so s†upid', 's†upid', 'stupid'],
    ['a m°r°n', 'm°r°n', 'moron'],
    ['he said:1d10t.then left', '1d10t', 'idiot'],
    ['go on,stuuuupid', 'stuuuupid', 'stupid'],
    ['5tup1d/well', '5tup1d', 'stupid'],
    ['🔥👍 s h i t 👍🔥 a', 's h i t', 'shit'],
    ['an idio+', 'idio+', 'idiot'],
    ['such 5hi+', '5hi+', 'shit'],
    ['+wat or 1d10t+', '1d10t', 'idiot'],
    ['(unt that he is', '(unt', 'cunt'],
  ])('%s', (text, place, word) => {
    expect(words(text)).toEqual([[word, place]])
  })

  it.each([
    'an a-class ship',
    'room 101 at 5:30',
    'i am a b c student',
    'call 555-1234',
    '*really* good',
    '$45 and 5% more',
    'mp3 and b2b',
    'a.m. to p.m.',
    'an idiot...and more',
    'stupid/moronic',
    'it was 6.6°c',
    'as a footnote: fac**',
    "mr t it's",
    'committee of bookkeepers',
    "that's hit and miss, they'll shit'll",
    'a b-tree, a c-section and a-z',
    'pre- and post-war; one:two; a=b; what?no',
    'his hit_rate',
    'it costs 600k',
    '(rap and soul)',
    'see https://example.org/a,1d10t/b',
    'i use google+ at c++',
    'it was well-\nmeant',
  ])('is not seen in %s', (text) => expect(words(text)).toEqual([]))

  it('is told as often as it stands there, each time in its place', () => {
    const found = findRespellings('1d10t id-\niot sh it, '.repeat(2000), lexicon)
    expect(found).toHaveLength(6000)
    expect(found.slice(-3).map(({ word, start, end }) => [word, start - 1999 * 21, end - 1999 * 21])).toEqual([
      ['idiot', 0, 5],
      ['idiot', 6, 13],
      ['shit', 14, 19],
    ])
  })

  it('is seen in plain texts where it is seen in others, which are looked through for every pattern', () => {
    const pieces = fc.constantFrom(
      ...'fuckidotshae10$@!|+*.-_\'`"?, \n'.split(''),
      'idiot',
      'f',
      'uu',
      '-\n',
      "'ll ",
      'kys',
      ' sh it ',
      '<b>',
    )
    const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''))
    const isSame = (text: string) => void expect(findRespellings(text, lexicon)).toEqual(findRespellings(`${text} †`, lexicon))
    fc.assert(fc.property(texts, isSame), { numRuns: 3000 })
  })
})

const LEET: Record<string, string> = { a: '4@', e: '3', i: '1!', o: '0', s: '5$', t: '7', b: '8' }
const MARKS = ['\u0300', '\u0301', '\u0308', '\u0327', '\u0336', '\u035c', '\u0489']
const signsOf = (letter: string) => [...LOOK_ALIKES].filter(([, plain]) => plain === letter).map(([sign]) => sign)

const flagLetters = (word: string) => [...word].map((letter) => String.fromCodePoint(letter.charCodeAt(0) - 0x61 + 0x1f1e6))
/** In two; of three letters only where nothing can be told from two of them. */
const cut = (word: string, sign: string) => (word.length < 4 ? word : word.slice(0, 2) + sign + word.slice(2))
const alphabet = (signs: string) => Object.fromEntries([...signs].map((sign, at) => [String.fromCharCode(0x61 + at), sign]))
const ON_THEIR_HEAD = alphabet('ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz')
const CAPITALS: Record<string, string> = {
  a: 'Α',
  b: 'Β',
  e: 'Ε',
  h: 'Η',
  i: 'Ι',
  k: 'Κ',
  m: 'Μ',
  n: 'Ν',
  o: 'Ο',
  p: 'Ρ',
  t: 'Τ',
  x: 'Χ',
  y: 'Υ',
  z: 'Ζ',
}
const SMALL_CAPITALS = alphabet('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ')

type Disguise = (word: string, random: () => number) => string
const some = (random: () => number, from: readonly string[] | string) => from[Math.floor(random() * from.length)] ?? ''
const DISGUISES: Record<string, Disguise> = {
  'look-alikes': (word, random) => [...word].map((letter) => (random() < 0.6 ? some(random, signsOf(letter)) || letter : letter)).join(''),
  'invisible characters': (word, random) => [...word].join(some(random, ['\u200b', '\u200d', '\u00ad', '\u2060'])),
  'digits and signs': (word, random) =>
    [...word].map((letter) => (LEET[letter] === undefined ? letter : some(random, LEET[letter] ?? ''))).join(''),
  spaces: (word) => [...word].join(' '),
  dots: (word) => [...word].join('.'),
  lines: (word) => [...word].join('\n'),
  brackets: (word) => [...word].map((letter) => `[${letter}]`).join(''),
  pictures: (word, random) => [...word].join(some(random, ['🔥', '❤️', '★'])),
  'doubled letters': (word) => word.replace(/./g, '$&$&'),
  'turned round': (word) => `\u202e${[...word].reverse().join('')}\u202c`,
  'tags within': (word, random) => [...word].join(some(random, ['<b></b>', '<wbr>', '<!-- -->', '<span class="x"></span>'])),
  'numbers of signs': (word) => [...word].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
  'invisible signs by name': (word) => [...word].join('&shy;'),
  'digits apart': (word) => [...word].map((letter) => LEET[letter]?.[0] ?? letter).join(' '),
  'flag letters': (word) => flagLetters(word).join('\u200b'),
  'capitals of other scripts': (word) => [...word].map((letter) => CAPITALS[letter] ?? letter.toUpperCase()).join(''),
  'glued to other words': (word, random) => `so:${[...word].map((letter) => some(random, LEET[letter] ?? letter)).join('')}.then`,
  'flags of countries': (word) => flagLetters(word).join(''),
  'flag letters apart': (word) => flagLetters(word).join(' '),
  'tags of forums': (word) => [...word].map((letter) => `[b]${letter}[/b]`).join(''),
  'elements that hold nothing': (word) => [...word].join('<x-y></x-y>'),
  'numbers of signs without an end': (word) => [...word].map((letter) => `&#000${letter.charCodeAt(0)}`).join(''),
  'a tag that turns': (word) => `<bdo dir="rtl">${[...word].reverse().join('')}</bdo>`,
  'letters on their head': (word) =>
    [...word]
      .map((letter) => ON_THEIR_HEAD[letter] ?? letter)
      .reverse()
      .join(''),
  'full width': (word) => [...word].map((letter) => String.fromCharCode(letter.charCodeAt(0) - 0x61 + 0xff41)).join(''),
  'small capitals': (word) => [...word].map((letter) => SMALL_CAPITALS[letter] ?? letter).join(''),
  'marks in a stack': (word, random) =>
    [...word].map((letter) => letter + Array.from({ length: 9 }, () => some(random, MARKS)).join('')).join(''),
  'signs again and again': (word, random) => [...word].join(some(random, ['...', '!!', '-_-', '**', ' .. ', '.-.-.-', '~~', '     '])),
  'a sign within': (word, random) => cut(word, some(random, [';', ':', '=', '^', '?', '·', '•', '…', "'", '..'])),
  'the end of a line': (word) => cut(word, '-\n'),
  'a line for a letter': (word) => (word.length < 5 ? word : word.replace(/(?<=^..)./, '_')),
  zalgo: (word, random) => [...word].map((letter) => letter + some(random, MARKS) + some(random, MARKS)).join(''),
}
const TERMS = DEFAULT_WATCHED_WORDS.map(({ term }) => term.replace(/\*$/, '')).filter((term) => /^[a-z]+$/.test(term))

describe('watched words in disguise', () => {
  it.each(Object.keys(DISGUISES))('are found behind %s: 95 of 100', (name) => {
    const random = chance(7)
    let found = 0
    let tried = 0
    for (const term of TERMS) {
      for (let round = 0; round < 5; round += 1) {
        const body = `I tell you, ${DISGUISES[name]?.(term, random) ?? term} is what this is`
        tried += 1
        if (watchedWords.score({ body, parentBody: null, article: NO_ARTICLE, watchedWords: RULES }).length > 0) found += 1
      }
    }
    expect(found / tried).toBeGreaterThanOrEqual(0.95)
  })

  it.each(Object.entries(CLEAN_TEXTS))('are seen in at most 1 of 100 clean sentences: %s', (_language, texts) => {
    const hits = texts.filter((body) => watchedWords.score({ body, parentBody: null, article: NO_ARTICLE, watchedWords: RULES }).length > 0)
    expect(texts.length).toBeGreaterThanOrEqual(40)
    expect(hits).toEqual([])
  })
})

describe('a watched phrase in disguise', () => {
  const matched = (body: string) =>
    watchedWords
      .score({ body, parentBody: null, article: NO_ARTICLE, watchedWords: RULES })
      .flatMap(({ attribute, reason }) =>
        attribute === 'watched_word.held' ? [] : (reason?.spans ?? []).map(({ start, end }) => body.slice(start, end)),
      )

  it.each([
    ['so k1ll y0urself, will you', ['k1ll y0urself']],
    ['go k i l l  y o u r s e l f', ['k i l l  y o u r s e l f']],
    ['😀 🤡 kill-yourself', ['kill-yourself']],
    ['I  w!ll   k.i.l.l   you', ['I  w!ll   k.i.l.l   you']],
    ['Kіll you\u200brself and $hut up', ['Kіll you\u200brself', '$hut up']],
    ['the bill is k1lled, are you yourself?', []],
  ])('%s', (body, texts) => expect(matched(body)).toEqual(texts))
})

const RULES = DEFAULT_WATCHED_WORDS.map(({ term, kind, isHeld }) => ({ term, kind, isHeld }))
const NO_ARTICLE = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
