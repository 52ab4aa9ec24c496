/**
 * npm run -s eval -- FILE [--text COLUMN] [--label COLUMN] [--score uncivil|off_topic|KIND] [--no-embedding] [--json]
 *
 * Holds the scorers against a file of texts that people have judged: CSV, TSV or NDJSON with a text and a label (or a share of
 * raters), and where they are there, labels by kind, marked spans, a parent, an article and identity groups. Columns are found
 * by their names.
 */
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { readEvalRows } from '@/lib/services/scoring/eval-rows'
import { evaluateRows, type Evaluation, type Figures, type Measured } from '@/lib/services/scoring/evaluate'
import { startTextScorer } from '@/lib/services/scoring/text-scorer'

const USAGE =
  'npm run -s eval -- FILE [--text COLUMN] [--label COLUMN] [--parent COLUMN] [--spans COLUMN] [--groups COLUMN] [--score uncivil|off_topic|KIND] [--no-embedding] [--json]'
const CHOICES = ['text', 'label', 'parent', 'title', 'article', 'spans', 'groups'] as const

function readArguments() {
  const choice = Object.fromEntries(CHOICES.map((name) => [name, { type: 'string' as const }]))
  const flags = { json: { type: 'boolean' }, 'no-embedding': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
  const { values, positionals } = parseArgs({ options: { ...choice, score: { type: 'string' }, ...flags }, allowPositionals: true })
  return { values: values as Record<string, string | boolean | undefined>, file: positionals.length === 1 ? positionals[0] : undefined }
}

function isMeasured(name: string): name is Measured {
  return ['uncivil', 'off_topic', ...UNCIVIL_KINDS].includes(name)
}

async function main(): Promise<void> {
  const { values, file } = readArguments()
  const measured = String(values['score'] ?? 'uncivil')
  if (values['help'] === true || file === undefined || !isMeasured(measured)) throw new Error('Name one file.')
  const choice = Object.fromEntries(CHOICES.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : [])))
  const scorer = await startTextScorer(values['no-embedding'] === true)
  try {
    const rows = readEvalRows(createReadStream(file), /\.(ndjson|jsonl|json)$/i.test(file), choice)
    const result = await evaluateRows(rows, scorer, measured)
    if (values['json'] === true) console.log(JSON.stringify(result, null, 2))
    else print(result, measured)
  } finally {
    await scorer.stop()
  }
}

function print(result: Evaluation, measured: Measured): void {
  const { rows, unusable, unscored, overall, kinds, spans, groups } = result
  console.log(`${rows} rows${unusable > 0 ? `, ${unusable} not usable` : ''}${unscored > 0 ? `, ${unscored} not scored` : ''}\n`)
  const lines = [...(overall ? [[measured, overall] as const] : []), ...Object.entries(kinds)]
  if (lines.length > 0) {
    row('', ['texts', 'positive', 'ROC-AUC', 'avg prec', 'TP@1%FP', 'TP@5%FP', 'ECE'])
    for (const [name, figures] of lines) row(name, listFigures(figures))
  }
  if (spans) console.log(`\nspans: character F1 ${show(spans.f1)} over ${spans.texts} texts`)
  if (groups.length > 0) {
    console.log('')
    row('group', ['texts', 'subgroup', 'BPSN', 'BNSP'])
    for (const group of groups)
      row(group.name.slice(0, 26), [String(group.count), show(group.subgroup), show(group.bpsn), show(group.bnsp)])
  }
  if (lines.length === 0 && spans === null) console.log('The file has neither labels nor spans: nothing to compare with.')
}

function listFigures(figures: Figures): string[] {
  const { count, positives, rocAuc, averagePrecision, truePositivesAt1, truePositivesAt5, calibrationError } = figures
  return [String(count), String(positives), ...[rocAuc, averagePrecision, truePositivesAt1, truePositivesAt5, calibrationError].map(show)]
}

function row(name: string, cells: readonly string[]): void {
  // From the file, without what a terminal would obey.
  console.log(name.replace(/\p{Cc}/gu, ' ').padEnd(28) + cells.map((cell) => cell.padStart(10)).join(''))
}

function show(value: number | null): string {
  return value === null ? '–' : value.toFixed(4)
}

try {
  await main()
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  process.exitCode = 1
}
