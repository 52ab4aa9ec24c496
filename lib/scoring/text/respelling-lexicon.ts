import { CutWords, type WordRanks } from './cut-words'
import { GluedWords } from './glued-words'
import { BLANK } from './letter-signs'
import { LetterTree } from './letter-tree'
import { MisspeltWords } from './misspelt-words'

/** Shorter words are not looked for in disguise. */
export const SHORTEST = 3

/** Words that people leave letters out of, the likelier of two of one shape first. */
const USUALLY_BLANKED = new Set(
  `fuck fucks fucked fucker fuckers fuckin fucking motherfucker motherfuckers motherfucking shit shits shitty shithole bullshit ass asses
   asshole assholes bitch bitches dick dicks cunt cunts damn piss pissed pussy pussies whore whores slut sluts bastard bastards nigger niggers
   nigga faggot faggots crap cock`.split(/\s+/),
)

export const isUsuallyBlanked = (word: string) => USUALLY_BLANKED.has(word)

/** Words worth looking for, by which letters could be meant where signs stand. */
export class RespellingLexicon {
  private readonly words: ReadonlySet<string>
  /** Words of a first letter and a length, for spellings with blanks ("f**k"): the usual ones first. */
  private readonly byShape = new Map<string, string[]>()
  /** Words by their letters without repeats ("asshole" by "ashole"). */
  private readonly bySingles = new Map<string, string[]>()
  /** Beginnings of words that may end in anything (`idiot*`). */
  private readonly prefixes: readonly string[]
  /** The words as they may be misspelt. */
  readonly misspelt: MisspeltWords | null
  /** The words as they may stand in pieces. */
  readonly cut: CutWords
  /** The words as they may be glued to others. */
  readonly glued: GluedWords | null
  private grown: LetterTree | null = null

  /**
   * @param words folded, without spaces; a last `*` stands for any ending
   * @param ranks tells words of English, which are never taken for others misspelt; null where none is looked for misspelt
   */
  constructor(words: Iterable<string>, ranks: WordRanks | null = null) {
    const whole = new Set<string>()
    const prefixes: string[] = []
    for (const word of words) {
      const stem = word.endsWith('*') ? word.slice(0, -1) : word
      if (stem.length < SHORTEST) continue
      whole.add(stem)
      if (stem !== word) prefixes.push(stem)
    }
    this.words = whole
    this.prefixes = prefixes
    const plurals = [...whole].filter((word) => word.length > SHORTEST).map((word) => `${word}s`)
    this.misspelt = ranks && new MisspeltWords([...whole, ...plurals], (form) => this.has(form) || ranks.rankOf(form) !== null)
    this.glued = ranks && new GluedWords(listForms(whole), (form) => this.has(form), ranks)
    this.cut = new CutWords(listForms(whole), ranks)
    for (const word of [...USUALLY_BLANKED].filter((usual) => this.has(usual)).concat(...whole)) {
      addTo(this.byShape, `${word.charAt(0)}${word.length}`, word)
      addTo(this.bySingles, toSingles(word), word)
    }
  }

  /** Whether it is a word of the list, with a usual ending or one that the list leaves open. */
  has(word: string): boolean {
    return (
      this.words.has(word) ||
      this.words.has(word.replace(/(?:s|es|ed|er|ers|ing|in)$/, '')) ||
      this.prefixes.some((prefix) => word.startsWith(prefix))
    )
  }

  /** The words and their usual endings letter by letter; grown at its first use. */
  get tree(): LetterTree {
    return (this.grown ??= new LetterTree(listForms(this.words)))
  }

  /** Whether it is, to the letter, a word of the list. */
  lists(word: string): boolean {
    return this.words.has(word)
  }

  /**
   * The word that a spelling with blanks stands for: the first and half of the letters must be there. Where the end is left out,
   * or all but two letters, only words that usually are: the signs may be those of a footnote.
   */
  fillBlanks(spelling: string): string | null {
    const letters = spelling.replaceAll(BLANK, '').length
    if (spelling.startsWith(BLANK) ? letters < 3 : letters < 2 && spelling.length > 4) return null
    const pattern = new RegExp(`^${spelling.replaceAll(BLANK, '[a-z]')}$`)
    const candidates = spelling.startsWith(BLANK)
      ? [...this.words].filter((word) => word.length === spelling.length)
      : (this.byShape.get(`${spelling.charAt(0)}${spelling.length}`) ?? [])
    const isOpen = spelling.endsWith(BLANK) || letters < 3
    return candidates.find((word) => pattern.test(word) && (!isOpen || USUALLY_BLANKED.has(word))) ?? null
  }

  /** The word that letters written more often than they belong stand for ("stuuupid", "iiddiioott"). */
  undouble(spelling: string): string | null {
    const singles = toSingles(spelling)
    const runs = runLengths(spelling)
    const fitting = this.bySingles.get(singles)?.filter((word) => runLengths(word).every((length, at) => length <= (runs[at] ?? 0)))
    const usual = fitting?.find(isUsuallyBlanked)
    if (usual !== undefined) return usual
    if (fitting?.[0] !== undefined) return fitting.reduce((longest, word) => (word.length > longest.length ? word : longest))
    for (const kept of ['$1$1', '$1']) {
      const squeezed = spelling.replace(/([a-z])\1{2,}/g, kept)
      if (squeezed !== spelling && this.has(squeezed)) return squeezed
    }
    return this.has(singles) ? singles : null
  }
}

/** The words, and those that are long enough with their usual endings. */
function* listForms(words: Iterable<string>): Generator<string> {
  for (const word of words) {
    yield word
    if (word.length > SHORTEST) for (const ending of ['s', 'er', 'ers', 'ed', 'ing']) yield word + ending
  }
}

function addTo(lists: Map<string, string[]>, key: string, word: string): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [word])
  else known.push(word)
}

const toSingles = (word: string) => word.replace(/(.)\1+/g, '$1')
const runLengths = (word: string) => (word.match(/(.)\1*/g) ?? []).map((run) => run.length)
