import { Dialog as Radix } from 'radix-ui'
import { useId } from 'react'
import { useWords } from '../words/words-context'
import { Button } from './button'

/** What is asked before a dialog is left, and what the button says that stays in it. */
export interface LeaveWords {
  ask: string
  stay: string
}

interface LeaveQuestionProps {
  /** Of what would be lost; without, of what was written. */
  words?: LeaveWords | undefined
  onClose: () => void
}

/** Lies over the buttons of the dialog until it is answered; it closes where one goes on with what one was at. */
export function LeaveQuestion({ words, onClose }: LeaveQuestionProps) {
  const t = useWords('shell')
  const title = useId()
  return (
    <div
      role="alertdialog"
      aria-labelledby={title}
      className="absolute inset-x-0 bottom-0 z-10 flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-t border-line-strong bg-amber-soft px-5 py-3 shadow-[0_-6px_16px_-4px_var(--shadow)]"
    >
      <p id={title} className="w-full font-[580]">
        {words?.ask ?? t('leave.ask')}
      </p>
      <Radix.Close asChild>
        <Button>{t('leave.yes')}</Button>
      </Radix.Close>
      <Button look="solid" autoFocus onClick={onClose}>
        {words?.stay ?? t('leave.no')}
      </Button>
    </div>
  )
}
