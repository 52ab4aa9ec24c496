import { useId, type KeyboardEvent } from 'react'
import { joinClasses } from '../../ui/class-names'
import { fieldClasses } from '../../ui/input'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/words-context'

interface NoteFieldProps {
  note: string
  onNote: (note: string) => void
  /** Called to leave the field; it stays. */
  onClose: () => void
}

/** Holds what is typed, and hands it on when it is left: a digit after that chooses as ever. */
export function NoteField({ note, onNote, onClose }: NoteFieldProps) {
  const t = useWords('deciding')
  const hint = useId()
  function leave(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)
    if (!isDone || event.nativeEvent.isComposing) return
    event.preventDefault()
    onClose()
  }
  return (
    <div className="px-1.5 pb-2">
      <textarea
        data-note=""
        aria-label={t('note.label')}
        aria-describedby={hint}
        autoFocus
        dir="auto"
        rows={2}
        maxLength={2000}
        defaultValue={note}
        onBlur={(event) => onNote(event.currentTarget.value)}
        onKeyDown={leave}
        className={joinClasses(fieldClasses, 'block py-1.5')}
      />
      <p id={hint} className="mt-1 text-sm text-ink-3">
        {t('note.hint')}{' '}
        <span className="whitespace-nowrap pointer-coarse:hidden">
          <Kbd>↵</Kbd> {t('note.then')}
        </span>
      </p>
    </div>
  )
}
