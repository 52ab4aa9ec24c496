import { SaxesParser } from 'saxes'
import type { ByteSource } from './import-record'
import { peekBytes, readByteOrderMark } from './byte-lines'

/** A small element, whole. */
export interface XmlElement {
  name: string
  line: number
  attributes: Readonly<Record<string, string>>
  text: string
  children: XmlElement[]
}

/** What happens in a file, with its line. */
export type XmlEvent =
  | { kind: 'open'; name: string; line: number }
  | { kind: 'close'; name: string; line: number }
  | { kind: 'child'; line: number; element: XmlElement }
  | { kind: 'problem'; line: number; message: string; isLost: boolean }

/** An element that is read whole may hold this many characters. */
const MAX_CHARACTERS = 4 * 1024 * 1024
const MAX_PROBLEMS = 100

/**
 * Reads an XML file of any size: each direct child of a `container` element whole, one after the other; what stands
 * elsewhere is passed over. Entities beyond XML's five are not known, so a file cannot make itself grow. Characters before
 * the first tag are skipped. What is not well-formed is told with its line, and reading goes on.
 */
export async function* readXmlChildren(source: ByteSource, containers: ReadonlySet<string>): AsyncGenerator<XmlEvent> {
  const reader = new ChildReader(containers)
  let isStarted = false
  for await (const text of decodeXml(source)) {
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

  constructor(containers: ReadonlySet<string>) {
    const parser = this.#parser
    parser.on('opentagstart', () => (this.#tagLine = parser.line))
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes as Record<string, string>, containers))
    parser.on('closetag', ({ name }) => this.#close(name, containers))
    parser.on('text', (text) => this.#addText(text))
    parser.on('cdata', (text) => this.#addText(text))
    parser.on('error', (error) => this.#addProblem(error.message.replace(/^\d+:\d+: /, '')))
  }

  write(text: string): void {
    this.#parser.write(text)
  }

  end(): void {
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

  #open(name: string, attributes: Record<string, string>, containers: ReadonlySet<string>): void {
    const parent = this.#stack.at(-1)
    this.#stack.push(name)
    const element: XmlElement = { name, line: this.#tagLine, attributes: { ...attributes }, text: '', children: [] }
    const outer = this.#building.at(-1)
    if (outer) {
      outer.children.push(element)
      this.#building.push(element)
    } else if (parent !== undefined && containers.has(parent)) {
      this.#characters = 0
      this.#building.push(element)
    } else if (containers.has(name)) this.#events.push({ kind: 'open', name, line: this.#tagLine })
  }

  #close(name: string, containers: ReadonlySet<string>): void {
    this.#stack.pop()
    const element = this.#building.pop()
    if (!element) {
      if (containers.has(name)) this.#events.push({ kind: 'close', name, line: this.#parser.line })
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

  #addProblem(message: string): void {
    this.#problems += 1
    if (this.#problems > MAX_PROBLEMS) return
    this.#events.push({
      kind: 'problem',
      line: this.#parser.line,
      message: `This is not well-formed XML: ${message.replace(/\.$/, '')}.`,
      isLost: false,
    })
  }
}

/** The text of the file, by its byte order mark, the encoding it declares, or as UTF-8. */
async function* decodeXml(source: ByteSource): AsyncGenerator<string> {
  const { head, source: whole } = await peekBytes(source, 200)
  const declared = /^[^<]{0,8}<\?xml[^>]*encoding=["']([\w.:-]{1,40})["']/.exec(head.toString('latin1'))?.[1]
  const decoder = createDecoder(readByteOrderMark(head)?.encoding ?? declared ?? 'utf-8')
  for await (const chunk of whole) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function createDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('utf-8')
  }
}

/** The text of an element's child, without white space around it; empty when there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? ''
}

/** An element's child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}
