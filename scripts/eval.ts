/**
 * npm run -s eval -- FILE [--text COLUMN] [--label COLUMN] [--score uncivil|off_topic|KIND] [--no-embedding] [--json]
 *
 * Holds the scorers against a file of texts that people have judged. HELP says what the file may look like.
 */
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { describeError } from '@/lib/domain/errors'
import { EVAL_COLUMNS, KIND_COLUMNS } from '@/lib/services/scoring/eval-columns'
import { readEvalRows } from '@/lib/services/scoring/eval-rows'
import { evaluateRows, type Evaluation, type Figures, type Measured } from '@/lib/services/scoring/evaluate'
import { startTextScorer } from '@/lib/services/scoring/text-scorer'

const USAGE =
  'npm run -s eval -- FILE [--text COLUMN] [--label COLUMN] [--parent COLUMN] [--spans COLUMN] [--groups COLUMN] [--score uncivil|off_topic|KIND] [--no-embedding] [--json]'
const LISTED = Object.fromEntries(Object.entries(EVAL_COLUMNS).map(([field, names]) => [field, names.join(', ')])) as Record<
  keyof typeof EVAL_COLUMNS,
  string
>
const HELP = `${USAGE}

FILE is a table (CSV, TSV, or with semicolons; UTF-8 or UTF-16) with a row of names, or, if it ends in .ndjson, .jsonl or .json, one JSON
object a line. A table of two columns, a text and a number, needs no names. Columns are found by their names; an option names another.
  a text (must be there)  ${LISTED.text}
  a label                 ${LISTED.label}: 0, 1, yes, no, toxic, civil …, or a share of raters 0–1, uncivil from 0.5 on
  labels by kind          ${KIND_COLUMNS.join(', ')}
  spans                   ${LISTED.spans}: [3,4,5] are characters (code points), [[3,6]] are UTF-16 offsets, the end not included
  the comment above       ${LISTED.parent}
  the article             ${LISTED.title}; ${LISTED.article}
  groups that are named   ${LISTED.groups}: names apart by ; | or a comma; or Civil Comments' own columns (female, muslim …)
Rows without a text, and labels that are none of these, are counted and left out. Ends with 1 when nothing could be compared.`
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
  if (values['help'] === true) return console.log(HELP)
  if (file === undefined) throw new Error('Name one file.')
  if (!isMeasured(measured)) throw new Error(`There is no score “${measured}”: uncivil, off_topic, ${UNCIVIL_KINDS.join(', ')}.`)
  const choice = Object.fromEntries(CHOICES.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : [])))
  const scorer = await startTextScorer(values['no-embedding'] === true)
  try {
    const rows = readEvalRows(createReadStream(file), /\.(ndjson|jsonl|json)$/i.test(file), choice)
    const result = await evaluateRows(rows, scorer, measured)
    if (values['json'] === true) console.log(JSON.stringify(result, null, 2))
    else print(result, measured)
    if (result.overall === null && result.spans === null && Object.keys(result.kinds).length === 0) process.exitCode = 1
  } finally {
    await scorer.stop()
  }
}

function print(result: Evaluation, measured: Measured): void {
  const { rows, unusable, firstUnusable, unlabelled, unscored, overall, kinds, spans, groups } = result
  const named = `${firstUnusable.join(', ')}${unusable > firstUnusable.length ? ' …' : ''}`
  const counts = [`${rows} rows`, ...(unusable > 0 ? [`${unusable} not usable (${named})`] : [])]
  if (unlabelled > 0) counts.push(`${unlabelled} whose label is none`)
  console.log(`${[...counts, ...(unscored > 0 ? [`${unscored} not scored`] : [])].join(', ')}\n`)
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
  if (lines.length === 0 && spans === null)
    console.log(rows === 0 ? 'The file has no rows.' : 'The file has neither labels nor spans: nothing to compare with.')
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
  console.error(`${describeError(error)}\n${USAGE}`)
  process.exitCode = 1
}
