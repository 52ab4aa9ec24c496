import { SaxesParser } from 'saxes'
import { peekBytes } from './byte-lines'
import type { ByteSource } from './import-record'
import type { XmlElement } from './xml-element'
import { XmlNames } from './xml-names'
import { XmlPieces, type XmlPiece } from './xml-pieces'
import { decodeXml } from './xml-text'

/** What happens in a file, with its line. */
export type XmlEvent =
  | { kind: 'open'; name: string; line: number }
  | { kind: 'close'; name: string; line: number }
  | { kind: 'child'; line: number; element: XmlElement }
  | { kind: 'problem'; line: number; message: string; isLost: boolean }

/** An element that is read whole may hold this many characters. */
const MAX_CHARACTERS = 4 * 1024 * 1024
const MAX_PROBLEMS = 100
/** What the parser says of everything that stands behind the first document, and what is told of it once. */
const BEHIND = /one root|outside of root|XML declaration must be at the start|expected one of (?:encoding, )?standalone/
const READ_BEHIND = 'The document has ended before this. What stands behind it was read, too.'
/** What an element counts for among the characters, so that a million empty ones do not fill the memory. */
const CHARACTERS_OF_ELEMENT = 100
/** Exports have ten levels; what is deeper is given up. */
const MAX_DEPTH = 1000
/** What was given up stays open for the parser, which keeps it in memory. */
const MOST_OPEN = 200_000
/** The first tag stands in them. */
const HEAD_BYTES = 16 * 1024

/**
 * Reads an XML file of any size: each direct child of a `container` element whole, one after the other; what stands
 * elsewhere is passed over. Entities beyond XML's five are not known, so a file cannot make itself grow. Characters before
 * the first tag are skipped. What is not well-formed is told with its line, and reading goes on.
 *
 * @param apart elements that never stand within another one but their container: where one begins, all that is open has been left
 *   unclosed, and must not take it along
 */
export async function* readXmlChildren(
  source: ByteSource,
  containers: ReadonlySet<string>,
  apart: ReadonlySet<string>,
): AsyncGenerator<XmlEvent> {
  const { head, source: whole } = await peekBytes(source, HEAD_BYTES)
  const reader = new ChildReader(containers, apart, new XmlNames(head))
  let isStarted = false
  for await (const { text, remark } of decodeXml(whole)) {
    if (remark !== null) reader.remark(remark)
    if (isStarted) reader.write(text)
    else {
      const start = text.indexOf('<')
      if (start === -1) continue
      isStarted = true
      if (text.slice(0, start).trim() !== '')
        yield { kind: 'problem', line: 1, message: 'Characters before the first tag were skipped.', isLost: false }
      reader.write(text.slice(start))
    }
    yield* reader.take()
    if (reader.isGivenUp) return
  }
  reader.end()
  yield* reader.take()
}

class ChildReader {
  readonly #parser = new SaxesParser({ position: true, fragment: false })
  #events: XmlEvent[] = []
  readonly #stack: string[] = []
  /** The element that is being read, with those around it up to the container's child. */
  readonly #building: XmlElement[] = []
  #characters = 0
  #problems = 0
  #tagLine = 1
  #remarkedLine = 0
  #hasToldBehind = false
  /** Nothing more is to be read. */
  isGivenUp = false
  /** How many of each name are open as the parser has it: what was given up is open there. */
  readonly #open = new Map<string, number>()
  #openCount = 0
  readonly #pieces: XmlPieces

  constructor(
    private readonly containers: ReadonlySet<string>,
    private readonly apart: ReadonlySet<string>,
    private readonly names: XmlNames,
  ) {
    this.#pieces = new XmlPieces((name) => apart.has(names.rename(name)))
    const parser = this.#parser
    parser.on('opentagstart', () => (this.#tagLine = parser.line))
    parser.on('opentag', ({ name, attributes }) => this.#begin(name, attributes as Record<string, string>))
    parser.on('closetag', ({ name }) => this.#finish(name))
    parser.on('text', (text) => this.#addText(text))
    parser.on('cdata', (text) => this.#addText(text))
    parser.on('error', (error) => this.#addProblem(error.message.replace(/^\d+:\d+: /, '')))
  }

  write(text: string, isLast = false): void {
    for (const piece of this.#pieces.cut(text, isLast)) if (!this.isGivenUp) this.#parser.write(this.#mend(piece))
  }

  /** Something to know of the text that comes next. Told once a line. */
  remark(message: string): void {
    if (this.#remarkedLine === this.#parser.line) return
    this.#remarkedLine = this.#parser.line
    this.#problems += 1
    if (this.#problems <= MAX_PROBLEMS) this.#events.push({ kind: 'problem', line: this.#parser.line, message, isLost: false })
  }

  /** A piece so that the parser goes on where it should; what had to be mended is told. */
  #mend(piece: XmlPiece): string {
    if (piece.kind === 'text') return piece.text
    if (piece.kind === 'end') {
      if ((this.#open.get(piece.name) ?? 0) > 0) return `</${piece.name}>`
      this.#addProblem('an end tag has no beginning', this.apart.has(this.names.rename(piece.name)))
      return ''
    }
    if (piece.kind === 'unclosed') this.#addProblem(`${piece.missing} is missing before this end tag`)
    else this.#addProblem(`${piece.kind === 'ampersand' ? 'an &' : 'a <'} stands for itself`)
    return piece.kind === 'unclosed' ? piece.missing : piece.kind === 'ampersand' ? '&amp;' : '&lt;'
  }

  end(): void {
    this.write('', true)
    const within = this.#building[0]
    if (within) {
      this.#events.push({
        kind: 'problem',
        line: within.line,
        message: `The file ends within the ${within.name} that begins here.`,
        isLost: true,
      })
      return
    }
    this.#parser.close()
  }

  take(): XmlEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }

  #begin(written: string, attributes: Readonly<Record<string, string>>): void {
    if (this.isGivenUp) return
    this.#count(written, 1)
    const name = this.names.rename(written)
    if (this.#openCount > MOST_OPEN) return this.#stop()
    if (this.apart.has(name) || this.#stack.length >= MAX_DEPTH) this.#leaveUnclosed(name)
    const parent = this.#stack.at(-1)
    this.#stack.push(name)
    const outer = this.#building.at(-1)
    const element: XmlElement = {
      name,
      line: this.#tagLine,
      attributes: this.names.renameKeys(attributes),
      text: '',
      children: [],
      at: outer?.text.length ?? 0,
    }
    if (outer) {
      this.#characters += CHARACTERS_OF_ELEMENT
      if (this.#characters <= MAX_CHARACTERS) outer.children.push(element)
      this.#building.push(element)
    } else if (parent !== undefined && this.containers.has(parent)) {
      this.#characters = 0
      this.#building.push(element)
    } else if (this.containers.has(name)) this.#events.push({ kind: 'open', name, line: this.#tagLine })
    else if (this.apart.has(name)) this.#addProblem(`a ${name} stands where none belongs`, true)
  }

  #stop(): void {
    this.isGivenUp = true
    const message = 'Too many elements are left unclosed up to here. The rest of the file was not read.'
    this.#events.push({ kind: 'problem', line: this.#tagLine, message, isLost: true })
  }

  #count(name: string, by: 1 | -1): void {
    this.#open.set(name, (this.#open.get(name) ?? 0) + by)
    this.#openCount += by
  }

  /** What is open when an element begins that stands apart is given up, and told. */
  #leaveUnclosed(name: string): void {
    const [outer] = this.#building
    const at = this.containers.has(name) ? this.#stack.indexOf(name) : this.#stack.findLastIndex((open) => this.containers.has(open)) + 1
    if (outer) {
      const isLost = this.apart.has(outer.name)
      this.#events.push({ kind: 'problem', line: outer.line, message: `The ${outer.name} that begins here is not closed.`, isLost })
      this.#building.length = 0
    }
    if (at > -1) this.#stack.length = Math.min(at, this.#stack.length)
  }

  #finish(written: string): void {
    this.#count(written, -1)
    const name = this.names.rename(written)
    // The end of what was given up.
    if (this.#stack.at(-1) !== name) return
    this.#stack.pop()
    const element = this.#building.pop()
    if (!element) {
      if (this.containers.has(name)) this.#events.push({ kind: 'close', name, line: this.#parser.line })
      return
    }
    if (this.#building.length > 0) return
    if (this.#characters <= MAX_CHARACTERS) this.#events.push({ kind: 'child', line: element.line, element })
    else this.#events.push({ kind: 'problem', line: element.line, message: 'What begins here is longer than 4 MB.', isLost: true })
  }

  #addText(text: string): void {
    const element = this.#building.at(-1)
    if (!element) return
    this.#characters += text.length
    if (this.#characters <= MAX_CHARACTERS) element.text += text
  }

  /** Two exports that were put one behind the other. */
  #tellBehind(): void {
    if (this.#hasToldBehind) return
    this.#hasToldBehind = true
    this.#events.push({ kind: 'problem', line: this.#parser.line, message: READ_BEHIND, isLost: false })
  }

  /** Of what loses nothing the first hundred are enough. */
  #addProblem(message: string, isLost = false): void {
    if (BEHIND.test(message) && !isLost) return this.#tellBehind()
    this.#problems += 1
    if (this.#problems > MAX_PROBLEMS && !isLost) return
    const what = message.replace(/\.$/, '')
    this.#events.push({ kind: 'problem', line: this.#parser.line, message: `This is not well-formed XML: ${what}.`, isLost })
  }
}
