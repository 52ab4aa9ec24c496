import { later } from '../../ui/later'
import type { CommentContext } from '@/lib/contracts/queue'
import { useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { ContextSection } from './context-section'
import { TimeAgo } from '../time-ago'

interface Compared {
  before: string
  after: string
}

// The word diff comes only when there is something to compare. Where it cannot be fetched, since the connection is down, the
// earlier text stands in its place: the desk goes on.
const RevisionDiff = later<Compared>(() => import('./revision-diff').then((module) => module.RevisionDiff), null, EarlierText)

function EarlierText({ before }: Compared) {
  return <CommentText text={before} lines={14} className="text-ink-2" />
}

/** Each edit of the comment as a diff against the text that followed it, newest first. */
export function ContextRevisions({ context }: { context: CommentContext }) {
  const t = useWords('context')
  const { revisions, row } = context
  if (revisions.length === 0) return null
  return (
    <ContextSection title={t('edits.title')} fact={revisions.length}>
      <ol className="flex flex-col gap-2.5">
        {revisions.map((revision, index) => (
          <li key={revision.number}>
            <TimeAgo at={revision.replacedAt} className="mb-0.5 block text-sm text-ink-3" />
            <RevisionDiff before={revision.body} after={revisions[index - 1]?.body ?? row.body} />
          </li>
        ))}
      </ol>
    </ContextSection>
  )
}
