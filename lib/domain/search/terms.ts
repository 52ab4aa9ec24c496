import { COMMENT_STATUSES, UNCIVIL_KINDS, type CommentStatus, type MarkName, type UncivilKind } from '../comment'

/** How a term stands to its value. `=` for those that take no comparison. */
export type Comparison = '=' | '<' | '<=' | '>' | '>='

/** What `is:` can say beside a status. */
export const IS_FACTS = ['public', 'held', 'reply', 'top', 'edited', 'reported', 'decided', 'undecided'] as const
export type IsFact = (typeof IS_FACTS)[number]

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
  /** Written before, or at or after, an instant. */
  | { field: 'time'; side: 'before' | 'after'; at: Date }
  /** Milliseconds since it was written. */
  | { field: 'age'; comparison: Comparison; ms: number }
)

/** The operators, each with what it completes to and what it means. The order is that of the help. */
export const OPERATORS = [
  { name: 'author', example: 'author:"Marta D."', means: 'part of the commenter’s name' },
  { name: 'article', example: 'article:tram', means: 'part of the article’s title' },
  { name: 'section', example: 'section:Politics', means: 'the article’s section' },
  { name: 'is', example: 'is:pending', means: 'a status, or what kind of comment it is' },
  { name: 'mark', example: 'mark:off_topic', means: 'a mark a person has set' },
  { name: 'suggests', example: 'suggests:insult', means: 'a mark that is suggested' },
  { name: 'score.civility', example: 'score.civility>0.7', means: 'how uncivil, 0 to 1' },
  { name: 'score.topic', example: 'score.topic>0.9', means: 'how far from the article, 0 to 1' },
  { name: 'reports', example: 'reports>2', means: 'open complaints' },
  { name: 'before', example: 'before:2026-11-01', means: 'written before that day' },
  { name: 'after', example: 'after:2026-11-01', means: 'written on that day or later' },
  { name: 'age', example: 'age<24h', means: 'written less than so long ago' },
  { name: 'lang', example: 'lang:en', means: 'the language the source gave' },
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
    default:
      return null
  }
}
