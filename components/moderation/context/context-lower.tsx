import type { ComponentProps } from 'react'
import type { CommentContext } from '@/lib/contracts/queue'
import type { CommentState } from '@/lib/domain/comment'
import { ContextArticle } from './context-article'
import { ContextHelp } from './context-help'
import { ContextHistory, ContextReports } from './context-history'
import { ContextNotes } from './context-notes'
import { ContextPrecedents } from './context-precedents'
import { ContextRecord } from './context-record'
import { ContextRevisions } from './context-revisions'
import { ContextThread } from './context-thread'
import { ContextWhy } from './context-why'

type ThreadShown = Pick<ComponentProps<typeof ContextThread>, 'isWhole' | 'onWhole' | 'onExchange'>

interface ContextLowerProps extends ThreadShown {
  context: CommentContext
  /** Of the comment as it stands here, which may be newer than what was loaded. */
  current: CommentState
  onSelect: (id: string) => void
  isDeciding: boolean
}

/** What stands below the comment itself: why it is here, the discussion around it, who wrote it, what was decided before. */
export function ContextLower({ context, current, onSelect, isDeciding, ...thread }: ContextLowerProps) {
  const { id } = context.row
  // What colleagues wrote comes early; the place to write stays out of the way.
  const hasNotes = context.notes.length > 0 || context.assignment !== null
  return (
    <>
      {context.article.help !== null && <ContextHelp help={context.article.help} />}
      <ContextWhy key={`why ${id}`} context={context} isDeciding={isDeciding} />
      <ContextPrecedents context={context} onSelect={onSelect} />
      {hasNotes && <ContextNotes key={`notes ${id}`} context={context} isDeciding={isDeciding} />}
      <ContextReports reports={context.reports} />
      <ContextThread context={context} current={current} onSelect={onSelect} {...thread} />
      <ContextRecord record={context.commenter} lastDecided={context.lastDecided} onSelect={onSelect} />
      {!hasNotes && <ContextNotes key={`notes ${id}`} context={context} isDeciding={isDeciding} />}
      <ContextHistory {...context} />
      <ContextRevisions context={context} />
      <ContextArticle key={context.article.id} context={context} />
    </>
  )
}
