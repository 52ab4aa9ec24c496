/** A piece of XML as it was written, or something in it that a reader of XML could not get over. */
export type XmlPiece =
  | { kind: 'text'; text: string }
  /** An & that begins no reference: a reader takes all that follows, tags too, up to the next semicolon for the name of an entity. */
  | { kind: 'ampersand' }
  /** A < that begins no tag, or one that is cut off by the next or never ends: a reader takes what follows for a part of it. */
  | { kind: 'angle' }
  /** An end tag: one that closes nothing makes a reader close everything. */
  | { kind: 'end'; name: string }
  /** What begins here ends a CDATA section or a comment that goes on: its own end, `missing`, is not there. */
  | { kind: 'unclosed'; missing: string }

type Place = 'text' | 'cdata' | 'comment'
const OPENED: Partial<Record<string, Place>> = { '<![CDATA[': 'cdata', '<!--': 'comment' }
const ENDS: Record<Place, string> = { text: '', cdata: ']]>', comment: '-->' }
/** What comes first in what follows tells whether a section goes on: its own end, or that another begins while it should be open. */
const SECTION_MARKS: Record<Place, RegExp> = { text: /(?!)/, cdata: /\]\]>|<!\[CDATA\[/, comment: /-->|<!--/ }
/** What follows the end of an element that holds whole sections: the next one, or the end of what stands around it. */
const NEXT_TAG = /^\s*(?:<(?!!\[CDATA)|$)/
/** So much is waited for in which neither stands. */
const MOST_HELD = 1024 * 1024
const MARKS =
  /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,31});)|<!\[CDATA\[|<!--|<(?!!DOCTYPE|\/)(?=!|[^<>]{0,1000}<)|\]\]>|-->|<\/(?<name>[^<>]{0,100})(?:>|(?=<))|<(?=\/)/gi
/** What might be the beginning of a mark that goes on in what comes next. */
const UNSURE = /(?:&#?[\w.-]{0,32}|<[^<>]{0,1000}|\]{1,2}|-{1,2})$/
const LONGEST_UNSURE = 1001

/** Cuts XML where it may be damaged. What comes in may end anywhere. */
export class XmlPieces {
  #place: Place = 'text'
  #rest = ''
  /** The rest begins with an end tag of which only what follows can say whether it is text. */
  #isHeld = false

  /** @param isApart whether an element of that name holds whole sections: its end tag in an open one may show that the end of that is missing */
  constructor(private readonly isApart: (name: string) => boolean) {}

  /** All up to where it is sure what it is. @param isLast nothing follows */
  cut(text: string, isLast = false): XmlPiece[] {
    const whole = this.#rest + text
    if (this.#isHeld && !isLast && whole.length <= MOST_HELD && !SECTION_MARKS[this.#place].test(this.#rest.slice(-8) + text)) {
      this.#rest = whole
      return []
    }
    this.#isHeld = false
    const unsure = isLast ? null : UNSURE.exec(whole.slice(-LONGEST_UNSURE))
    let end = unsure === null ? whole.length : whole.length - unsure[0].length
    const pieces: XmlPiece[] = []
    let from = 0
    for (const { 0: mark, index, groups } of whole.matchAll(MARKS)) {
      if (index >= end) break
      const name = groups?.['name']?.trim()
      const isDoubtful = this.#isDoubtful(name)
      const follows = isDoubtful ? whole.slice(index + mark.length) : ''
      const isUndecided = isDoubtful && !isLast && follows.length < MOST_HELD && NEXT_TAG.test(follows)
      this.#isHeld = isUndecided && !SECTION_MARKS[this.#place].test(follows)
      if (this.#isHeld) {
        end = index
        break
      }
      const found = this.#read(mark, name, follows)
      if (found.length === 0) continue
      if (index > from) pieces.push({ kind: 'text', text: whole.slice(from, index) })
      pieces.push(...found)
      from = index + mark.length
    }
    this.#rest = whole.slice(end)
    if (end > from) pieces.push({ kind: 'text', text: whole.slice(from, end) })
    return pieces
  }

  /** Whether an end tag stands in a section that should have ended before it, or is a part of a text that speaks of such tags. */
  #isDoubtful(name: string | undefined): boolean {
    return this.#place !== 'text' && name !== undefined && this.isApart(name)
  }

  /** What a mark is where it stands; nothing when it is text like any other. */
  #read(mark: string, name: string | undefined, follows: string): XmlPiece[] {
    if (this.#place !== 'text') {
      const missing = ENDS[this.#place]
      const isUnclosed = NEXT_TAG.test(follows) && SECTION_MARKS[this.#place].exec(follows)?.[0] !== missing
      const isEnd = name !== undefined && this.#isDoubtful(name) && isUnclosed
      if (mark === missing || isEnd) this.#place = 'text'
      return isEnd
        ? [
            { kind: 'unclosed', missing },
            { kind: 'end', name },
          ]
        : []
    }
    if (name !== undefined) return [{ kind: 'end', name }]
    if (mark === '&') return [{ kind: 'ampersand' }]
    if (mark === '<') return [{ kind: 'angle' }]
    this.#place = OPENED[mark.toUpperCase()] ?? 'text'
    return []
  }
}
