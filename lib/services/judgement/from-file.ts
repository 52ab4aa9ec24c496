import { DecisionLine } from '../../contracts/decision-line'
import { tellProblem } from '../../contracts/parse'
import { readByteLines } from '../../importers/byte-lines'
import type { ByteSource } from '../../importers/import-record'
import { readBase } from '../../scoring/base-reading'
import { startThoroughReader } from '../../scoring/incivility/thorough-incivility'
import { addLate, type DecidedText } from '../../scoring/judgement/decided-text'
import type { Judgement } from '../../scoring/judgement/judgement'
import { learnJudgement } from '../../scoring/judgement/learn'
import { toScored } from '../../scoring/scored-article'

const MAX_LINE_BYTES = 1024 * 1024

/**
 * Learns from decisions in a file, one JSON object a line ({body, parent?, article?, mark?, kind?}), the oldest first. It is
 * used without being tried first: whoever supplies a file wants what is in it. Texts in languages that the models do not read are left out.
 *
 * @param isFast only what is known when a comment comes in is learnt from; else texts are read thoroughly, too, 15 milliseconds each
 * @returns null when there are too few decisions for and against any mark
 * @throws Error naming the line that cannot be read
 */
export async function learnFromFile(source: ByteSource, isFast: boolean): Promise<Judgement | null> {
  const decided: DecidedText[] = []
  for await (const { number, bytes } of readByteLines(source, MAX_LINE_BYTES)) {
    if (bytes === null) throw new Error(`Line ${number} of the decisions is longer than 1 MB.`)
    if (bytes.toString('utf8').trim() === '') continue
    const example = toExample(parseLine(number, bytes))
    if (example) decided.push(example)
  }
  return learnJudgement(isFast ? decided : await readThoroughly(decided), 1)
}

async function readThoroughly(decided: readonly DecidedText[]): Promise<DecidedText[]> {
  const reader = await startThoroughReader('none')
  const read: DecidedText[] = []
  try {
    for (const one of decided) read.push(addLate(one, (await reader.read([one.text.body]))[0]))
  } finally {
    await reader.stop()
  }
  return read
}

function parseLine(number: number, bytes: Buffer): DecisionLine {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Error(`Line ${number} of the decisions is not JSON.`)
  }
  const parsed = DecisionLine.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`${tellProblem(parsed.error, `Line ${number} of the decisions`)}.`)
}

function toExample({ body, parent, article, mark, kind }: DecisionLine): DecidedText | null {
  const discussed = toScored({ id: 'given', title: article?.title ?? '', standfirst: null, body: article?.body ?? '' })
  const read = (text: string, parentBody: string | null) => readBase({ body: text, parentBody, article: discussed, watchedWords: [] })
  const reading = read(body, parent ?? null)
  if (reading === null) return null
  const text = { body, reading, late: null, parent: parent ? read(parent, null) : null, isReply: Boolean(parent), depth: parent ? 1 : 0 }
  return {
    text,
    isUncivil: mark === 'uncivil',
    kind: mark === 'uncivil' ? (kind ?? null) : null,
    isOffTopic: mark === 'off_topic',
    count: 1,
  }
}
