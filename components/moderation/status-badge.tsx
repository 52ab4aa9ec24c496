'use client'

import type { QueueRow } from '@/lib/contracts/queue'
import { canFeature } from '@/lib/domain/article-acts'
import type { CommentState, MarkName } from '@/lib/domain/comment'
import { Badge } from '../ui/badge'
import type { Formats } from '../words/formats'
import { useFormats, useWords } from '../words/words-context'
import { STATUS_TONES } from './status-tones'

/** The status in one word. */
export function StatusBadge({ status }: { status: CommentState['status'] }) {
  const t = useWords('glossary')
  return <Badge tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Badge>
}

/** From this score on a suggestion is drawn as firmly as a mark; below it, dashed and with a question mark. */
const FIRM_FROM = 0.6

/** Marks that were set, suggestions that were not answered (with their score), and open reports. `without`: a mark that is told beside them. */
export function SignalBadges({ state, without = null }: { state: CommentState; without?: MarkName | null }) {
  const t = useWords('glossary')
  const formats = useFormats()
  const { marks, suggestions, openReports } = state
  return (
    <>
      {marks.uncivil !== null && without !== 'uncivil' && (
        <Badge tone="rose">{t('signal.marked', { kind: t(`kind.${marks.uncivil}`) })}</Badge>
      )}
      {marks.offTopic && without !== 'off_topic' && <Badge tone="amber">{t('signal.markedOffTopic')}</Badge>}
      {suggestions.uncivil !== null && marks.uncivil === null && (
        <Badge tone="rose" isTentative={suggestions.uncivil.score < FIRM_FROM} value={formatScore(formats, suggestions.uncivil.score)}>
          {t(suggestions.uncivil.score < FIRM_FROM ? 'signal.maybeUncivil' : 'signal.uncivil', {
            kind: t(`kind.${suggestions.uncivil.kind}`),
          })}
        </Badge>
      )}
      {suggestions.offTopic !== null && !marks.offTopic && (
        <Badge tone="amber" isTentative={suggestions.offTopic < FIRM_FROM} value={formatScore(formats, suggestions.offTopic)}>
          {t(suggestions.offTopic < FIRM_FROM ? 'signal.maybeOffTopic' : 'signal.offTopic')}
        </Badge>
      )}
      {openReports > 0 && <Badge>{t('signal.reports', { count: openReports })}</Badge>}
    </>
  )
}

/** That a comment stands out on the page; that the machines suggest it, while nobody has decided. */
export function FeatureBadge({
  row,
  isSuggesting = true,
}: {
  row: Pick<QueueRow, 'state' | 'isFeatured' | 'isWorthFeaturing'>
  isSuggesting?: boolean
}) {
  const t = useWords('glossary')
  const { state, isFeatured, isWorthFeaturing } = row
  const isPublic = state.status === 'published' || state.status === 'approved'
  if (isFeatured) return isPublic && <Badge tone="green">{t('signal.featured')}</Badge>
  const isSuggested = isSuggesting && isWorthFeaturing && !state.isReviewed && canFeature(state)
  return isSuggested && <Badge tone="green">{t('signal.worthFeaturing')}</Badge>
}

/** A score 0–1 as the desk writes it: .81, 1.0; a language that writes no number without its nought keeps it: 0,81 and 1,00. */
export function formatScore(formats: Formats, score: number): string {
  const isShort = formats.language === 'en'
  const digits = isShort && score >= 0.995 ? 1 : 2
  const text = formats.number(score, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return isShort && text.startsWith('0') ? text.slice(1) : text
}
