import { UNCIVIL_KINDS, type UncivilKind } from '../../domain/comment'
import { readBase } from '../base-reading'
import { readBoth } from '../late-reading'
import type { LateReading, TextScores } from '../score-text'
import type { ScorerInput } from '../scorer'
import { judge, type Judgement } from './judgement'

/** The scores of a text with a newsroom's judgement in place of the models' numbers, wherever it has one; `late` is what it may go by besides. */
export function judgeText(scores: TextScores, input: ScorerInput, judgement: Judgement, late: LateReading | null): TextScores {
  const base = readBase(input)
  const known = base && readBoth(base, late?.incivility ?? null)
  const parent = input.parentBody === null ? null : readBase({ ...input, body: input.parentBody, parentBody: null })
  const isReply = input.parentBody !== null
  const judged = known && judge(judgement, { body: input.body, ...known, parent, isReply, depth: isReply ? 1 : 0 })
  if (!judged) return scores
  const kinds: Partial<Record<UncivilKind, number>> = { ...scores.kinds }
  for (const kind of UNCIVIL_KINDS) {
    const value = judged.get(kind)
    if (value !== undefined) kinds[kind] = round(value)
  }
  const uncivil = judged.get('uncivil')
  const offTopic = judged.get('off_topic')
  return {
    ...scores,
    uncivil: uncivil === undefined ? scores.uncivil : round(uncivil),
    kinds,
    topicality: offTopic === undefined || scores.topicality === null ? scores.topicality : round(1 - offTopic),
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
