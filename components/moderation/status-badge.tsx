import type { CommentState } from '@/lib/domain/comment'
import { Badge } from '../ui/badge'
import { STATUS_TONES, STATUS_WORDS, UNCIVIL_WORDS } from './words'

/** The status in one word. */
export function StatusBadge({ status }: { status: CommentState['status'] }) {
  return <Badge tone={STATUS_TONES[status]}>{STATUS_WORDS[status]}</Badge>
}

/** From this score on a suggestion is drawn as firmly as a mark; below it, dashed and with a question mark. */
const FIRM_FROM = 0.6

/** Marks that were set, suggestions that were not answered (with their score), and open reports. */
export function SignalBadges({ state, isWithoutMarks = false }: { state: CommentState; isWithoutMarks?: boolean }) {
  const { marks, suggestions, openReports } = state
  return (
    <>
      {marks.uncivil !== null && !isWithoutMarks && <Badge tone="rose">Marked uncivil: {UNCIVIL_WORDS[marks.uncivil]}</Badge>}
      {marks.offTopic && !isWithoutMarks && <Badge tone="amber">Marked off-topic</Badge>}
      {suggestions.uncivil !== null && marks.uncivil === null && (
        <Badge tone="rose" isTentative={suggestions.uncivil.score < FIRM_FROM} value={formatScore(suggestions.uncivil.score)}>
          Uncivil{suggestions.uncivil.score < FIRM_FROM ? '?' : ''}: {UNCIVIL_WORDS[suggestions.uncivil.kind]}
        </Badge>
      )}
      {suggestions.offTopic !== null && !marks.offTopic && (
        <Badge tone="amber" isTentative={suggestions.offTopic < FIRM_FROM} value={formatScore(suggestions.offTopic)}>
          Off-topic{suggestions.offTopic < FIRM_FROM ? '?' : ''}
        </Badge>
      )}
      {openReports > 0 && <Badge>{openReports === 1 ? '1 report' : `${openReports} reports`}</Badge>}
    </>
  )
}

/** A score 0–1 as the desk writes it: .81, 1.0. */
export function formatScore(score: number): string {
  const text = score.toFixed(2)
  return text.startsWith('0') ? text.slice(1) : score.toFixed(1)
}
