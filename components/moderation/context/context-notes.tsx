import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CommentContext } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { fieldClasses } from '../../ui/input'
import { sendOnEnter } from '../../ui/send-on-enter'
import { toast } from '../../ui/toast'
import { useBusy } from '../../ui/use-busy'
import { useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { ContextSection } from './context-section'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'
import { TimeAgo } from '../time-ago'

/** To whom the comment was handed, and what colleagues wrote about it and its commenter. */
export function ContextNotes({ context, isDeciding }: { context: CommentContext; isDeciding: boolean }) {
  const { assignment, notes, row } = context
  const t = useWords('context')
  const shell = useWords('shell')
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [isAboutCommenter, setAboutCommenter] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // It opens where the link stood, often at the lower edge.
    if (isOpen) form.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  if (assignment === null && notes.length === 0 && !isDeciding) return null

  const reload = () => client.invalidateQueries({ queryKey: ['comment', row.id] })
  // What was written in goes away: the focus stays in the pane.
  function close(): void {
    form.current?.closest<HTMLElement>('aside')?.focus({ preventScroll: true })
    setOpen(false)
  }
  async function add(): Promise<void> {
    const about = isAboutCommenter && row.commenter ? { commenterId: row.commenter.id } : { commentId: row.id }
    try {
      await sendDesk('POST', 'notes', { about, text })
      setText('')
      close()
      await reload()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
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
          title={t('notes.handed', { to: assignment.to?.name ?? t('notes.leads'), by: assignment.by })}
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
      <ul className="flex flex-col gap-2">
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
      {isDeciding && isOpen && (
        <form
          ref={form}
          className="mt-2 flex scroll-mb-4 flex-col gap-2"
          onKeyDown={(event) => event.key === 'Escape' && close()}
          onSubmit={(event) => {
            event.preventDefault()
            run(add)
          }}
        >
          <textarea
            aria-label={t('notes.label')}
            rows={2}
            maxLength={2000}
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={sendOnEnter}
            className={`${fieldClasses} py-1.5 text-sm`}
          />
          {refusal !== null && <p className="text-sm text-rose">{refusal}</p>}
          <div className="flex flex-wrap items-center gap-2">
            {row.commenter !== null && (
              <label className="me-auto flex min-h-7 items-center gap-1.5 text-sm text-ink-2">
                <input
                  type="checkbox"
                  className="accent-accent"
                  checked={isAboutCommenter}
                  onChange={(event) => setAboutCommenter(event.target.checked)}
                />
                {t('notes.aboutCommenter')}
              </label>
            )}
            <Button size="sm" onClick={close}>
              {shell('cancel')}
            </Button>
            <Button size="sm" look="solid" type="submit" disabled={text.trim() === ''} aria-disabled={isBusy}>
              {shell('save')}
            </Button>
          </div>
        </form>
      )}
    </ContextSection>
  )
}
