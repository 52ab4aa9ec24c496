import type { SqlToken } from './sql-token'

/** What may begin an item of CREATE TABLE that is no column. */
const NO_COLUMN = /^(?:primary|key|unique|constraint|index|fulltext|spatial|foreign|check|exclude|like|period)$/i
/** Unless a type follows: there are columns of such names. */
const TYPE =
  /^(?:text|varchar|n?char|character|n?varchar|int|integer|bigint|smallint|numeric|decimal|blob|bool|boolean|date|datetime|timestamp|json|uuid)$/i
/** What may follow a value within it. */
const GOES_ON = /^(?:collate|at|is|as|using|from|for)$/i

export const isSign = (token: SqlToken | undefined, text: string) => token?.kind === 'sign' && token.text === text
export const isWord = (token: SqlToken | undefined, pattern: RegExp) => token?.kind === 'word' && pattern.test(token.text)

/** What is read of one row: no more signs, words and texts, and no more bytes beside texts that were too long to be kept. */
const MAX_TOKENS = 100_000
export const MAX_ROW_BYTES = 32 * 1024 * 1024

/** One row between its brackets: its values, each as its tokens. */
export class SqlRow {
  readonly values: SqlToken[][] = []
  #value: SqlToken[] = []
  #depth = 1
  #count = 0
  #size = 0
  #last: SqlToken | null = null

  constructor(
    readonly line: number,
    readonly byte: number,
  ) {}

  /** Whether the row is whole now, goes on, cannot be right (two values with nothing between them), or is more than is kept of one. */
  add(token: SqlToken): 'whole' | 'open' | 'wrong' | 'too long' {
    if (this.#last?.kind !== 'quoted' || this.#last.bytes !== null) this.#size += token.byte - (this.#last?.byte ?? this.byte)
    this.#last = token
    this.#count += 1
    if (this.#count > MAX_TOKENS || this.#size > MAX_ROW_BYTES) return 'too long'
    if (token.kind === 'sign' && this.#depth === 1 && (token.text === ',' || token.text === ')')) {
      if (this.#value.length === 0) return 'wrong'
      this.values.push(this.#value)
      this.#value = []
      return token.text === ')' ? 'whole' : 'open'
    }
    if (isSign(token, ';') || token.kind === 'line') return 'wrong'
    if (isSign(token, '(')) this.#depth += 1
    else if (isSign(token, ')')) this.#depth -= 1
    else if (this.#isOutOfPlace(token)) return 'wrong'
    this.#value.push(token)
    return 'open'
  }

  #isOutOfPlace(token: SqlToken): boolean {
    const before = this.#value.at(-1)
    if (token.kind === 'sign' || before === undefined || this.#depth > 1) return false
    if (before.kind === 'number') return !isWord(token, GOES_ON)
    // Texts that follow each other are one, as in C.
    return before.kind === 'quoted' && token.kind !== 'quoted' && !isWord(token, GOES_ON)
  }
}

/** What a name between quotation marks, or a bare one, says. */
export function readName(token: SqlToken): string | null {
  if (token.kind === 'word') return token.text
  if (token.kind !== 'quoted' || token.bytes === null) return null
  return token.bytes.toString('utf8').replaceAll(token.text + token.text, token.text)
}

/** A name such as `public.comments`, which begins with the first of the tokens: its last part, those before, and how many tokens it is. */
export function readTableName(tokens: readonly SqlToken[]): { name: string; schema: string; length: number } | null {
  let at = 0
  while (isSign(tokens[at + 1], '.')) at += 2
  const parts = tokens.slice(0, at + 1).flatMap((token) => (token.kind === 'sign' ? [] : [readName(token)]))
  const name = parts.at(-1)
  return name === null || name === undefined ? null : { name, schema: parts.slice(0, -1).join('.').toLowerCase(), length: at + 1 }
}

/** The columns that CREATE TABLE makes, from the tokens between its brackets on. */
export function readColumnList(tokens: readonly SqlToken[]): string[] {
  const names: string[] = []
  let [depth, isBegin] = [0, false]
  for (const [at, token] of tokens.entries()) {
    if (isSign(token, '(')) depth += 1
    else if (isSign(token, ')')) depth -= 1
    else if (depth === 1 && isBegin) {
      const name = isWord(token, NO_COLUMN) && !isWord(tokens[at + 1], TYPE) ? null : readName(token)
      if (name !== null) names.push(name)
    }
    isBegin = depth === 1 && (isSign(token, ',') || (isSign(token, '(') && names.length === 0))
    if (depth === 0 && names.length > 0) break
  }
  return names
}
