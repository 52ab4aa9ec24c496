import { COMMENT_STATUSES, UNCIVIL_KINDS, type CommentStatus, type MarkName, type UncivilKind } from '../comment'

/** How a term stands to its value. `=` for those that take no comparison. */
export type Comparison = '=' | '<' | '<=' | '>' | '>='

/** What `is:` can say beside a status. */
export const IS_FACTS = ['public', 'held', 'reply', 'top', 'edited', 'reported', 'appealed', 'decided', 'undecided', 'featured'] as const
export type IsFact = (typeof IS_FACTS)[number]

export type TextMeasure = 'links' | 'length' | 'capitals'

export type RecordOutcome = 'approved' | 'rejected'

/** What a search asks for: every term must hold. `isNot` turns a term round. */
export type Term = { isNot: boolean } & (
  | { field: 'words'; text: string; isPhrase: boolean }
  /** Part of the name, in any case. */
  | { field: 'author'; text: string }
  /** Part of the title, or the whole id at the source. */
  | { field: 'article'; text: string }
  | { field: 'section'; text: string }
  | { field: 'language'; text: string }
  | { field: 'status'; status: CommentStatus }
  | { field: 'is'; fact: Exclude<IsFact, 'public' | 'held'> | 'public' }
  | { field: 'mark'; mark: MarkName; kind: UncivilKind | null }
  | { field: 'suggests'; mark: MarkName; kind: UncivilKind | null }
  /** 0–1; `uncivil` is the highest of its kinds, `off_topic` the distance from the article. */
  | { field: 'score'; score: 'uncivil' | 'off_topic'; comparison: Comparison; value: number }
  | { field: 'reports'; comparison: Comparison; value: number }
  /** Of the text: addresses of pages in it, characters, and the share of its letters that are capitals (0–1). Only rules ask for it. */
  | { field: 'text'; measure: TextMeasure; comparison: Comparison; value: number }
  /** Of the writer's earlier comments, as many as RECORD_DEPTH: how many stand approved, or rejected. Only rules ask for it. */
  | { field: 'record'; outcome: RecordOutcome; comparison: Comparison; value: number }
  /** Written before, or at or after, an instant. */
  | { field: 'time'; side: 'before' | 'after'; at: Date }
  /** Milliseconds since it was written. */
  | { field: 'age'; comparison: Comparison; ms: number }
)

/** The operators, each with what it completes to; what they mean is in the interface's words. The order is that of the help. */
export const OPERATORS = [
  { name: 'author', example: 'author:"Marta D."' },
  { name: 'article', example: 'article:tram' },
  { name: 'section', example: 'section:Politics' },
  { name: 'is', example: 'is:pending' },
  { name: 'mark', example: 'mark:off_topic' },
  { name: 'suggests', example: 'suggests:insult' },
  { name: 'score.civility', example: 'score.civility>0.7' },
  { name: 'score.topic', example: 'score.topic>0.9' },
  { name: 'reports', example: 'reports>2' },
  { name: 'before', example: 'before:2026-11-01' },
  { name: 'after', example: 'after:2026-11-01' },
  { name: 'age', example: 'age<24h' },
  { name: 'lang', example: 'lang:en' },
] as const
export type OperatorName = (typeof OPERATORS)[number]['name']

/** The values an operator knows beforehand; null where anything can stand. */
export function listValues(operator: OperatorName): readonly string[] | null {
  switch (operator) {
    case 'is':
      return [...COMMENT_STATUSES, ...IS_FACTS]
    case 'mark':
    case 'suggests':
      return ['off_topic', 'uncivil', ...UNCIVIL_KINDS]
    case 'age':
      return ['1h', '24h', '7d']
    default:
      return null
  }
}
