import { useEffect, useRef, useState } from 'react'
import type { QueueRow } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { fieldClasses } from '../../ui/input'
import { sendOnEnter } from '../../ui/send-on-enter'
import { useBusy } from '../../ui/use-busy'
import { useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'

interface NoteFormProps {
  row: QueueRow
  /** What is written so far: it is kept when the form is closed. */
  text: string
  onText: (text: string) => void
  onAdded: () => Promise<void>
  onClose: () => void
}

/** A note for colleagues, about the comment or about who wrote it. */
export function NoteForm({ row, text, onText, onAdded, onClose }: NoteFormProps) {
  const t = useWords('context')
  const shell = useWords('shell')
  const [isAboutCommenter, setAboutCommenter] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // It opens where the link stood, often at the lower edge.
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  async function add(): Promise<void> {
    const about = isAboutCommenter && row.commenter ? { commenterId: row.commenter.id } : { commentId: row.id }
    try {
      await sendDesk('POST', 'notes', { about, text })
      onText('')
      onClose()
      await onAdded()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <form
      ref={form}
      className="mt-2 flex scroll-mb-4 flex-col gap-2"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
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
        onChange={(event) => onText(event.target.value)}
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
        <Button size="sm" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button size="sm" look="solid" type="submit" disabled={text.trim() === ''} aria-disabled={isBusy}>
          {shell('save')}
        </Button>
      </div>
    </form>
  )
}
