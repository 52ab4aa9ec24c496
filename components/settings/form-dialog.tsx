'use client'

import { useLayoutEffect, useRef, type ReactNode, type SyntheticEvent } from 'react'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { useWords } from '../words/words-context'
import type { useSend } from './use-send'

interface FormDialogProps {
  title: ReactNode
  description: ReactNode
  /** What the button says that sends, at rest and while it is being done. */
  send: string
  sending: string
  /** What the other button says; `Cancel` unless told otherwise. */
  leave?: string
  form: Pick<ReturnType<typeof useSend>, 'isBusy' | 'refusal'>
  onSend: (fields: FormData) => Promise<void>
  onClose: () => void
  children?: ReactNode
}

/** A dialog with fields that are sent. What is wrong with one of them stands beside it, and what is wrong with the whole below. */
export function FormDialog({ send, sending, leave, form: { isBusy, refusal }, onSend, onClose, children, ...head }: FormDialogProps) {
  const shell = useWords('shell')
  const fields = useRef<HTMLFormElement>(null)
  // Whoever is refused goes on where it has to be put right, before what is wrong is on screen.
  useLayoutEffect(() => {
    if (refusal !== null) fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [refusal])
  function submit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault()
    void onSend(new FormData(event.currentTarget))
  }
  return (
    <Dialog onClose={onClose} {...head}>
      <form ref={fields} className="flex flex-col gap-3" onSubmit={submit}>
        {children}
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>{leave ?? shell('cancel')}</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? sending : send}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
