import type { CommentContext } from '@/lib/contracts/queue'
import { OUTCOMES, type OutcomeCounts } from '@/lib/domain/precedents'
import type { Formats } from '../../words/formats'
import type { Words } from '../../words/rooms'

/** "1 approved and 4 rejected"; empty where nothing was decided. */
export function listOutcomes(t: Words<'context'>, formats: Formats, counts: OutcomeCounts): string {
  return formats.list(OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => t(`alike.${outcome}`, { count: counts[outcome] })))
}

/** What a decision on a whole wave is about, and what became of those of it before; of that nothing, while the context has not come. */
export function describeWave(t: Words<'context'>, formats: Formats, context: CommentContext | undefined): string {
  const outcomes = context === undefined ? '' : listOutcomes(t, formats, context.precedents.counts)
  return outcomes === '' ? t('why.wave') : `${t('why.wave')} ${t('alike.before', { outcomes })}`
}
