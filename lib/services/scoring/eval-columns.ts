import type { Span } from '../../scoring/evaluation/spans'
import { MEASURED_KINDS, type MeasuredKind } from '../../scoring/score-text'

/** The names by which a column is known, by what it holds; the first that is there counts. */
export const EVAL_COLUMNS = {
  text: ['text', 'body', 'comment_text', 'comment', 'example', 'content', 'message', 'tweet', 'sentence', 'test_case'],
  label: ['label', 'uncivil', 'toxic', 'toxicity', 'is_toxic', 'label_gold', 'hateful', 'incivility', 'hostile', 'target', 'class', 'y'],
  parent: ['parent', 'parent_text', 'parent_body', 'parent_comment'],
  title: ['article_title', 'title', 'headline'],
  article: ['article_body', 'article', 'description', 'standfirst'],
  spans: ['spans', 'toxic_spans'],
  groups: ['groups', 'group', 'subgroup', 'subgroups', 'identity', 'target_ident', 'term'],
} as const
type Field = keyof typeof EVAL_COLUMNS

const KIND_NAMES: Partial<Record<MeasuredKind, readonly string[]>> = {
  insult: ['insult'],
  identity_attack: ['identity_attack', 'identity_hate'],
  threat: ['threat'],
  profanity: ['profanity', 'obscene', 'obscenity'],
  condescension: ['condescension', 'condescending'],
  mockery: ['mockery', 'sarcasm', 'sarcastic'],
  sexual: ['sexual', 'sexual_explicit', 'sexually_explicit'],
  generalisation: ['generalisation', 'generalization', 'generalising', 'generalizing'],
  dismissal: ['dismissal', 'dismissive'],
  antagonism: ['antagonism', 'antagonise', 'antagonize', 'antagonising', 'antagonizing'],
}

/** Every name by which a column of labels of one kind is known. */
export const KIND_COLUMNS: readonly string[] = Object.values(KIND_NAMES).flat()

/** Columns that say by 1, or a share, that a group is mentioned: those of Civil Comments. */
const GROUP_COLUMNS = new Set(
  `male female transgender other_gender heterosexual homosexual_gay_or_lesbian bisexual other_sexual_orientation christian jewish muslim
   hindu buddhist atheist other_religion black white asian latino other_race_or_ethnicity physical_disability
   intellectual_or_learning_disability psychiatric_or_mental_illness other_disability`.split(/\s+/),
)

/** A row as it is measured. */
export interface EvalRow {
  text: string
  parent: string | null
  article: { title: string; body: string } | null
  /** Null where the row does not say. */
  isPositive: boolean | null
  /** There is something where the label should be, but it is not a label. */
  isLabelUnread: boolean
  kinds: Partial<Record<MeasuredKind, boolean>>
  /** UTF-16 offsets, end exclusive; null where the row does not say. */
  spans: Span[] | null
  groups: string[]
}

/** Which column holds what: names of columns by field. */
export type EvalChoice = Partial<Record<Field, string>>

/**
 * Reads rows by the names of their columns; `choice` overrides what the names say.
 *
 * @throws Error in plain words when no column holds a text
 */
export function planColumns(header: readonly string[], choice: EvalChoice): (cells: Readonly<Record<string, unknown>>) => EvalRow | null {
  const byName = new Map(header.map((name) => [toName(name), name]))
  const find = (field: Field) => choice[field] ?? EVAL_COLUMNS[field].map((name) => byName.get(name)).find((name) => name !== undefined)
  for (const name of Object.values(choice)) if (!header.includes(name)) throw new Error(`There is no column “${name}”.`)
  const text = find('text')
  if (text === undefined) throw new Error(`No column holds a text: call it text, or say which with --text. Here are: ${header.join(', ')}.`)
  const columns = { label: find('label'), parent: find('parent'), title: find('title'), article: find('article') }
  const [spans, groups] = [find('spans'), find('groups')]
  const kinds = MEASURED_KINDS.flatMap((kind) => {
    const name = KIND_NAMES[kind]?.map((known) => byName.get(known)).find((known) => known !== undefined)
    return name === undefined || name === columns.label ? [] : [[kind, name] as const]
  })
  const groupColumns = header.filter((name) => GROUP_COLUMNS.has(toName(name)))
  return (cells) => {
    const body = toText(cells[text])
    if (body.trim() === '') return null
    const of = (name: string | undefined) => (name === undefined ? '' : toText(cells[name]))
    const title = of(columns.title)
    const label = columns.label === undefined ? null : readLabel(cells[columns.label])
    return {
      text: body,
      parent: of(columns.parent).trim() === '' ? null : of(columns.parent),
      article: title === '' && of(columns.article) === '' ? null : { title, body: of(columns.article) },
      isPositive: label,
      isLabelUnread: label === null && of(columns.label).trim() !== '',
      kinds: Object.fromEntries(kinds.flatMap(([kind, name]) => withLabel(kind, readLabel(cells[name])))),
      spans: spans === undefined ? null : readSpans(cells[spans], body),
      groups: [...readGroups(groups === undefined ? '' : cells[groups]), ...groupColumns.filter((name) => readLabel(cells[name]) === true)],
    }
  }
}

function withLabel(kind: MeasuredKind, label: boolean | null): [MeasuredKind, boolean][] {
  return label === null ? [] : [[kind, label]]
}

/** `Toxicity ` and `label (gold)` are toxicity and label_gold. */
function toName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

const YES = /^(1|true|yes|y|toxic|uncivil|hateful|hate|offensive|abusive|attack)$/i
const NO = /^(0|false|no|n|not[ _-]?toxic|non[ _-]?toxic|civil|non[ _-]?hateful|none|neutral|ok|clean)$/i

/** A label, or a share of raters from one half on; null when it is neither, as a number of a class or of a scale would be. */
export function readLabel(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const text = toText(value).trim()
  if (YES.test(text)) return true
  if (NO.test(text)) return false
  const share = text === '' ? NaN : Number(text)
  return share >= 0 && share <= 1 ? share >= 0.5 : null
}

/** Offsets of characters, as SemEval-2021 gives them (code points), or pairs of UTF-16 offsets. */
function readSpans(value: unknown, text: string): Span[] | null {
  let list: unknown = value
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value)
    } catch {
      return null
    }
  }
  if (!Array.isArray(list)) return null
  const items = list as unknown[]
  if (items.every((item) => Array.isArray(item))) {
    return (items as unknown[][]).flatMap(([start, end]) =>
      typeof start === 'number' && typeof end === 'number' ? [[start, end] as const] : [],
    )
  }
  const starts: number[] = []
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts.push(at)
  return items.flatMap((offset) => {
    const start = typeof offset === 'number' ? starts[offset] : undefined
    return start === undefined ? [] : [[start, starts[(offset as number) + 1] ?? text.length] as const]
  })
}

function readGroups(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as unknown[]).map(toText) : toText(value).split(/[;|,]/)
  return list.map((name) => name.trim()).filter((name) => name !== '')
}
