import { calibrationError } from '../../scoring/evaluation/calibration'
import { averagePrecision, rocAuc, truePositivesAt, type Judged } from '../../scoring/evaluation/ranking'
import { spanF1, type Span } from '../../scoring/evaluation/spans'
import { subgroupAucs, type SubgroupAucs } from '../../scoring/evaluation/subgroups'
import { MEASURED_KINDS, type MeasuredKind, type TextScores } from '../../scoring/score-text'
import type { EvalRow } from './eval-columns'
import type { TextScorer } from './text-scorer'

/** How well a number predicts what people marked; null where that cannot be known. */
export interface Figures {
  count: number
  positives: number
  rocAuc: number | null
  averagePrecision: number | null
  truePositivesAt1: number | null
  truePositivesAt5: number | null
  calibrationError: number | null
}

/** What `npm run eval` prints. */
export interface Evaluation {
  rows: number
  /** Rows that could not be read or have no text. */
  unusable: number
  /** Which rows those are, counted from 1 without the header: the first few. */
  firstUnusable: number[]
  /** Rows in whose label's place stands something else; they are in no figure. */
  unlabelled: number
  /** Rows with a label that the models say nothing of; they are in no figure. */
  unscored: number
  overall: Figures | null
  kinds: Partial<Record<MeasuredKind, Figures>>
  spans: { texts: number; f1: number | null } | null
  groups: SubgroupAucs[]
}

/** So many of the rows that cannot be used are named. */
const NAMED_ROWS = 5

/** Which number is held against the label. */
export type Measured = 'uncivil' | 'off_topic' | MeasuredKind

/** Scores every row and compares the numbers with what people said. Keeps numbers, not texts. */
export async function evaluateRows(rows: AsyncIterable<EvalRow | null>, scorer: TextScorer, measured: Measured): Promise<Evaluation> {
  const labelled: (Judged & { groups: string[] })[] = []
  const kinds = new Map<MeasuredKind, Judged[]>(MEASURED_KINDS.map((kind) => [kind, []]))
  const spans: { predicted: Span[]; marked: Span[] }[] = []
  const counts = { rows: 0, unusable: 0, firstUnusable: [] as number[], unlabelled: 0, unscored: 0 }
  for await (const row of rows) {
    counts.rows += 1
    if (row === null) {
      counts.unusable += 1
      if (counts.firstUnusable.length < NAMED_ROWS) counts.firstUnusable.push(counts.rows)
      continue
    }
    if (row.isLabelUnread) counts.unlabelled += 1
    const scores = await scorer.score({ body: row.text, parent: row.parent, article: row.article })
    const score = pick(scores, measured)
    if (row.isPositive !== null && score === null) counts.unscored += 1
    if (row.isPositive !== null && score !== null) labelled.push({ score, isPositive: row.isPositive, groups: row.groups })
    for (const [kind, isPositive] of Object.entries(row.kinds) as [MeasuredKind, boolean][]) {
      if (scores.uncivil !== null) kinds.get(kind)?.push({ score: scores.kinds[kind] ?? 0, isPositive })
    }
    if (row.spans !== null) spans.push({ predicted: scores.spans.map(([start, end]) => [start, end]), marked: row.spans })
  }
  return {
    ...counts,
    overall: labelled.length === 0 ? null : measure(labelled),
    kinds: Object.fromEntries([...kinds].flatMap(([kind, list]) => (list.some((one) => one.isPositive) ? [[kind, measure(list)]] : []))),
    spans: spans.length === 0 ? null : { texts: spans.length, f1: spanF1(spans) },
    groups: labelled.some((row) => row.groups.length > 0) ? subgroupAucs(labelled) : [],
  }
}

function pick(scores: TextScores, measured: Measured): number | null {
  if (measured === 'off_topic') return scores.topicality === null ? null : 1 - scores.topicality
  if (measured === 'uncivil') return scores.uncivil
  return scores.uncivil === null ? null : (scores.kinds[measured] ?? 0)
}

function measure(rows: readonly Judged[]): Figures {
  return {
    count: rows.length,
    positives: rows.filter((row) => row.isPositive).length,
    rocAuc: rocAuc(rows),
    averagePrecision: averagePrecision(rows),
    truePositivesAt1: truePositivesAt(rows, 0.01),
    truePositivesAt5: truePositivesAt(rows, 0.05),
    calibrationError: calibrationError(rows),
  }
}
