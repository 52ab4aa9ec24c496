import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CommentContext } from '@/lib/contracts/queue'
import type { Assignment } from '@/lib/contracts/teamwork'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { laterDialog } from '../../ui/later'
import { toast } from '../../ui/toast'
import { useBusy } from '../../ui/use-busy'
import type { Words } from '../../words/rooms'
import { useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { ContextSection } from './context-section'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'
import { useSurroundings } from '../frame/desk-surroundings'
import { TimeAgo } from '../time-ago'
import { useNoteDraft } from '../use-note-draft'

export const NoteForm = laterDialog(() => import('./note-form').then((module) => module.NoteForm))

/** To whom the comment was handed, and what colleagues wrote about it and its commenter. */
export function ContextNotes({ context, isDeciding }: { context: CommentContext; isDeciding: boolean }) {
  const { assignment, notes, row } = context
  const { viewerId } = useSurroundings()
  const t = useWords('context')
  const shell = useWords('shell')
  const client = useQueryClient()
  const [text, write] = useNoteDraft(row.id)
  const [isOpen, setOpen] = useState(text !== '')
  const { isBusy, run } = useBusy()
  const list = useRef<HTMLUListElement>(null)
  if (assignment === null && notes.length === 0 && !isDeciding) return null

  const reload = () => client.invalidateQueries({ queryKey: ['comment', row.id] })
  // What was written in goes away: the focus stays in the pane.
  function close(): void {
    list.current?.closest<HTMLElement>('aside')?.focus({ preventScroll: true })
    setOpen(false)
  }
  async function unassign(): Promise<void> {
    try {
      await sendDesk('DELETE', `comments/${row.id}/assignment`)
      await reload()
    } catch (error) {
      toast.error(t('notes.notTakenBack'), { description: wordError(shell, error) })
    }
  }

  return (
    <ContextSection title={t('notes.title')} {...(notes.length > 0 ? { fact: notes.length } : {})}>
      {assignment !== null && (
        <Callout
          tone="warning"
          className="mb-2"
          title={describeHanding(t, assignment, viewerId)}
          next={
            isDeciding ? (
              <Button size="sm" aria-disabled={isBusy} onClick={() => run(unassign)}>
                {t('notes.takeBack')}
              </Button>
            ) : undefined
          }
        >
          {assignment.note !== null && <CommentText text={assignment.note} />}
        </Callout>
      )}
      <ul ref={list} className="flex flex-col gap-2">
        {notes.map((note) => (
          <li key={note.id} className="text-sm">
            <span className="flex items-baseline gap-1.5">
              <bdi className="font-[580]">{note.by}</bdi>
              <span className="text-ink-3">{note.about === 'commenter' ? t('notes.onCommenter') : t('notes.onComment')}</span>
              <TimeAgo at={note.at} className="ms-auto text-ink-3" />
            </span>
            <CommentText text={note.text} className="text-ink-2" />
          </li>
        ))}
      </ul>
      {isDeciding && !isOpen && (
        <Button look="link" className="mt-1" onClick={() => setOpen(true)}>
          {t('notes.add')}
        </Button>
      )}
      {isDeciding && isOpen && <NoteForm row={row} text={text} onText={write} onAdded={reload} onClose={close} />}
    </ContextSection>
  )
}

/** Who reads it is "you". */
function describeHanding(t: Words<'context'>, { to, by, byId }: Assignment, viewerId: string): string {
  if (to?.id !== viewerId) return t('notes.handed', { to: to?.name ?? t('notes.leads'), by })
  return byId === viewerId ? t('notes.kept') : t('notes.handedYou', { by })
}
