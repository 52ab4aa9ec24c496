import { tellProblem } from '../../contracts/parse'
import { ScoreLine } from '../../contracts/score-line'
import { readByteLines } from '../../importers/byte-lines'
import type { ByteSource } from '../../importers/import-record'
import { decodeUtf8 } from '../../importers/line-decoder'
import type { TextScorer } from './text-scorer'

const MAX_LINE_BYTES = 16 * 1024 * 1024

/** What became of one line: the line to print, and whether it could be scored. */
export interface ScoredLine {
  text: string
  isRefused: boolean
}

/**
 * Scores the comments of an NDJSON stream, one line each, in order and no faster than they are asked for. A line that cannot
 * be read gives a line with `error` (and its `id`, when it has one) in its place; blank ones give nothing.
 */
export async function* scoreLines(source: ByteSource, scorer: TextScorer): AsyncGenerator<ScoredLine> {
  for await (const { number, bytes } of readByteLines(source, MAX_LINE_BYTES)) {
    if (bytes === null) yield refuse(undefined, `line ${number} is longer than 16 MB`)
    else if (bytes.length > 0 && bytes.toString('utf8').trim() !== '') yield await scoreLine(number, bytes, scorer)
  }
}

async function scoreLine(number: number, bytes: Buffer, scorer: TextScorer): Promise<ScoredLine> {
  const text = decodeUtf8(bytes)
  if (text === null) return refuse(undefined, `line ${number} is not valid UTF-8`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse(undefined, `line ${number} is not JSON`)
  }
  const parsed = ScoreLine.safeParse(value)
  if (!parsed.success) {
    const isOfId = parsed.error.issues[0]?.path[0] === 'id'
    return refuse(isOfId ? undefined : (value as { id?: unknown } | null)?.id, tellProblem(parsed.error, `line ${number}`))
  }
  const { id, body, parent, article } = parsed.data
  const scores = await scorer.score({ body, parent: parent ?? null, article: article ?? null })
  return { text: JSON.stringify({ id, ...scores }), isRefused: false }
}

function refuse(id: unknown, error: string): ScoredLine {
  return { text: JSON.stringify({ ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}), error }), isRefused: true }
}
