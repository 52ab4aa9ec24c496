/** A piece of XML as it was written, or something in it that a reader of XML could not get over. */
export type XmlPiece =
  | { kind: 'text'; text: string }
  /** An & that begins no reference: a reader takes all that follows, tags too, up to the next semicolon for the name of an entity. */
  | { kind: 'ampersand' }
  /** A < that begins no tag, or one that is cut off by the next: a reader takes what follows for a part of it. */
  | { kind: 'angle' }
  /** An end tag: one that closes nothing makes a reader close everything. */
  | { kind: 'end'; name: string }
  /** What begins here ends a CDATA section or a comment that goes on: its own end, `missing`, is not there. */
  | { kind: 'unclosed'; missing: string }

type Place = 'text' | 'cdata' | 'comment'
const OPENED: Partial<Record<string, Place>> = { '<![CDATA[': 'cdata', '<!--': 'comment' }
const ENDS: Record<Place, string> = { text: '', cdata: ']]>', comment: '-->' }
const MARKS =
  /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,31});)|<!\[CDATA\[|<!--|<(?!!DOCTYPE|\/)(?=!|[^<>]{0,1000}<)|\]\]>|-->|<\/(?<name>[^<>]{0,100})(?:>|(?=<))/gi
/** What might be the beginning of a mark that goes on in what comes next. */
const UNSURE = /(?:&#?[\w.-]{0,32}|<[^<>]{0,1000}|\]{1,2}|-{1,2})$/
const LONGEST_UNSURE = 1001

/** Cuts XML where it may be damaged. What comes in may end anywhere. */
export class XmlPieces {
  #place: Place = 'text'
  #rest = ''

  /** @param apart names of elements whose end tags stand in no CDATA section and in no comment */
  constructor(private readonly apart: ReadonlySet<string>) {}

  /** All up to where it is sure what it is. @param isLast nothing follows */
  cut(text: string, isLast = false): XmlPiece[] {
    const whole = this.#rest + text
    const unsure = isLast ? null : UNSURE.exec(whole.slice(-LONGEST_UNSURE))
    const end = unsure === null ? whole.length : whole.length - unsure[0].length
    this.#rest = whole.slice(end)
    const pieces: XmlPiece[] = []
    let from = 0
    for (const { 0: mark, index, groups } of whole.matchAll(MARKS)) {
      if (index >= end) break
      const found = this.#read(mark, groups?.['name']?.trim())
      if (found.length === 0) continue
      if (index > from) pieces.push({ kind: 'text', text: whole.slice(from, index) })
      pieces.push(...found)
      from = index + mark.length
    }
    if (end > from) pieces.push({ kind: 'text', text: whole.slice(from, end) })
    return pieces
  }

  /** What a mark is where it stands; nothing when it is text like any other. */
  #read(mark: string, name: string | undefined): XmlPiece[] {
    if (this.#place !== 'text') {
      const missing = ENDS[this.#place]
      const isEnd = name !== undefined && this.apart.has(name)
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
