import type { CommentContext, Precedent } from '@/lib/contracts/queue'
import { Badge } from '../../ui/badge'
import { useFormats, useWords } from '../../words/words-context'
import { nameReason } from '../decision/decision-words'
import { StatusBadge } from '../status-badge'
import { TimeAgo } from '../time-ago'
import { VoiceName } from '../voice-name'
import { ContextSection } from './context-section'
import { listOutcomes } from './precedent-words'

/** What people decided on comments that say nearly the same: readers may expect the same here. */
export function ContextPrecedents({ context, onSelect }: { context: CommentContext; onSelect: (id: string) => void }) {
  const t = useWords('context')
  const formats = useFormats()
  const { counts, latest } = context.precedents
  if (latest.length === 0) return null
  return (
    <ContextSection title={t('alike.title')} fact={listOutcomes(t, formats, counts)}>
      <ul className="flex flex-col gap-2">
        {latest.map((precedent) => (
          <PrecedentLine
            key={precedent.id}
            precedent={precedent}
            isElsewhere={precedent.article.id !== context.article.id}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </ContextSection>
  )
}

interface PrecedentLineProps {
  precedent: Precedent
  /** Whether it stands under another article. */
  isElsewhere: boolean
  onSelect: (id: string) => void
}

function PrecedentLine({ precedent, isElsewhere, onSelect }: PrecedentLineProps) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  const { marks, reason } = precedent
  return (
    <li className="text-sm">
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        <StatusBadge status={precedent.status} />
        {marks.uncivil !== null && <Badge tone="rose">{glossary(`kind.${marks.uncivil}`)}</Badge>}
        {marks.offTopic && <Badge tone="amber">{glossary('mark.off_topic')}</Badge>}
        {reason !== null && <bdi className="text-ink-2">{nameReason(glossary, reason)}</bdi>}
        <TimeAgo at={precedent.at} className="ms-auto text-ink-3" />
      </div>
      <p className="mt-0.5 text-ink-3 [overflow-wrap:anywhere]">
        {t.parts(isElsewhere ? 'alike.elsewhere' : 'alike.here', {
          who: (
            <button
              key="who"
              type="button"
              onClick={() => onSelect(precedent.id)}
              title={t('thread.go')}
              className="inline rounded-sm text-start font-[580] text-ink hover:underline"
            >
              <VoiceName name={precedent.commenterName} />
            </button>
          ),
          by: <bdi key="by">{precedent.by}</bdi>,
          article: <bdi key="article">{precedent.article.title}</bdi>,
        })}
      </p>
    </li>
  )
}
