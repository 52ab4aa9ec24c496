import { UNCIVIL_KINDS, type UncivilKind } from '../../domain/comment'
import type { BaseReading } from '../base-reading'
import { describePlainly, PLAIN_SIZE, type ReadText } from './read-text'

/** What a newsroom's judgement can be of: any incivility, one kind of it, or being off topic. */
export const JUDGED_TARGETS = ['uncivil', 'off_topic', ...UNCIVIL_KINDS] as const
export type JudgedTarget = 'uncivil' | 'off_topic' | UncivilKind

/** Which features a judgement looks at. The same for all its targets. */
export interface FeatureLayout {
  /** Names of the base's log-odds, of the text and then of its parent, in their order. */
  logitNames: readonly string[]
  embeddingSize: number
  /** Hashed features it knows, ascending; at most 65,535. */
  known: Uint32Array
}

/** Weights of one target. */
export interface TargetWeights {
  /** Plain features, the text's log-odds, the parent's, the embedding. */
  dense: Float32Array
  /** One for each known hashed feature. */
  hashed: Float32Array
  /** Platt's calibration: the probability is 1 / (1 + exp(−(slope × log-odds + offset))). */
  slope: number
  offset: number
  /** How much of the last word is the newsroom's, 0–1; the rest is the base's. */
  trust: number
}

/** What was learnt on one kind of reading. */
export interface JudgementPart {
  /** The version of the readings it was learnt on; of others it says nothing. */
  baseVersion: string
  layout: FeatureLayout
  targets: ReadonlyMap<JudgedTarget, TargetWeights>
}

/** What a newsroom's decisions have taught: how likely a moderator there sets a mark. */
export interface Judgement extends JudgementPart {
  /** Number within the site. */
  number: number
  /** The same, learnt on what is known later of a text (`ReadText.late`); null when there was nothing to learn, or it was no better. */
  late: JudgementPart | null
}

/** Log-odds are halved and held within ±4, so that they are about as large as the other features. */
const LOGIT_SCALE = 0.5
const MOST_LOGIT = 4
/** A text's hashed features count together about as much as these many: see sparseValue. */
const HASHED_LOUDNESS = 3

/** The dense features of a text, in the order of `TargetWeights.dense`. */
export function describeDensely(text: ReadText, { logitNames, embeddingSize }: Omit<FeatureLayout, 'known'>): Float32Array {
  const features = new Float32Array(denseSize({ logitNames, embeddingSize }))
  features.set(describePlainly(text))
  logitNames.forEach((name, at) => {
    features[PLAIN_SIZE + at] = scaleLogit(text.reading, name)
    if (text.parent) features[PLAIN_SIZE + logitNames.length + at] = scaleLogit(text.parent, name)
  })
  if (text.reading.embedding.length === embeddingSize) features.set(text.reading.embedding, PLAIN_SIZE + 2 * logitNames.length)
  return features
}

export function denseSize({ logitNames, embeddingSize }: Omit<FeatureLayout, 'known'>): number {
  return PLAIN_SIZE + 2 * logitNames.length + embeddingSize
}

/** Where the text's own log-odds of this name stand among the dense features; -1 when the base does not give them. */
export function placeOfLogit({ logitNames }: Pick<FeatureLayout, 'logitNames'>, name: string): number {
  const at = logitNames.indexOf(name)
  return at === -1 ? -1 : PLAIN_SIZE + at
}

/** The weight by which a log-odds feature stands for itself. */
export const LOGIT_UNIT = 1 / LOGIT_SCALE

function scaleLogit({ logits }: Pick<BaseReading, 'logits'>, name: string): number {
  return Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, (logits[name] ?? 0) * LOGIT_SCALE))
}

/** What each of a text's known hashed features is worth: less in a long text, so that length alone does not decide. */
export function sparseValue(knownCount: number): number {
  return HASHED_LOUDNESS / Math.sqrt(Math.max(4, knownCount))
}

const slotTables = new WeakMap<Uint32Array, Uint16Array>()

/** Places of the text's hashed features among the known ones; those that are not known are left out. */
export function findSlots(hashed: Uint32Array, known: Uint32Array): number[] {
  let table = slotTables.get(known)
  if (table === undefined) {
    // Indexes are below 2^18; 0 stands for what is not known.
    table = new Uint16Array(2 ** 18)
    for (const [slot, index] of known.entries()) table[index] = slot + 1
    slotTables.set(known, table)
  }
  const slots: number[] = []
  for (const index of hashed) {
    const slot = table[index] ?? 0
    if (slot > 0) slots.push(slot - 1)
  }
  return slots
}

/**
 * How likely a moderator of the newsroom sets each mark, 0–1, for the marks it has decided often enough to tell: by what is known later
 * of the text, where that is known and something was learnt on it. Null when the reading is another base's than the one that was learnt on.
 */
export function judge(judgement: Judgement, text: ReadText): Map<JudgedTarget, number> | null {
  const judged = judgeBy(judgement, text)
  const late = judgement.late && text.late ? judgeBy(judgement.late, { ...text, reading: text.late }) : null
  if (judged !== null && late !== null) for (const [target, value] of late) judged.set(target, value)
  return judged
}

function judgeBy({ baseVersion, layout, targets }: JudgementPart, text: ReadText): Map<JudgedTarget, number> | null {
  if (text.reading.version !== baseVersion) return null
  const dense = describeDensely(text, layout)
  const slots = findSlots(text.reading.hashed, layout.known)
  const value = sparseValue(slots.length)
  const judged = new Map<JudgedTarget, number>()
  for (const [target, weights] of targets) {
    let logit = 0
    for (let at = 0; at < dense.length; at += 1) logit += (weights.dense[at] ?? 0) * (dense[at] ?? 0)
    let sparse = 0
    for (const slot of slots) sparse += weights.hashed[slot] ?? 0
    judged.set(target, concludeFrom(logit + value * sparse, weights, baseLogit(text.reading, target)))
  }
  return judged
}

/** The probability that log-odds come to, after calibration and after the base has had its part. */
function concludeFrom(logit: number, { slope, offset, trust }: Omit<TargetWeights, 'dense' | 'hashed'>, base: number): number {
  return 1 / (1 + Math.exp(-(trust * (slope * logit + offset) + (1 - trust) * base)))
}

/** What the base alone says of a target. Of a kind it does not know: that incivility is seldom of that kind. */
export function baseLogit({ logits }: BaseReading, target: JudgedTarget): number {
  const own = logits[target]
  if (own !== undefined) return own
  return target === 'off_topic' ? UNKNOWN_LOGIT : UNKNOWN_LOGIT + UNKNOWN_SHARE * (logits['uncivil'] ?? 0)
}

/** Log-odds of what nobody has measured, and how much of the odds of incivility an unknown kind shares. */
export const UNKNOWN_LOGIT = -2
export const UNKNOWN_SHARE = 0.5
