/** Why what was learnt from decisions does not go live. */
export const JUDGEMENT_REFUSALS = ['too_few', 'none_better', 'ranks_worse', 'not_clearly_better'] as const
export type JudgementRefusal = (typeof JUDGEMENT_REFUSALS)[number]
