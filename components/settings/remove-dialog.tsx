'use client'

import type { ReactNode } from 'react'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'

interface RemoveDialogProps {
  /** What is deleted, below /api/v1. */
  path: string
  title: ReactNode
  description: ReactNode
  /** What the button says that does it, at rest and while it is being done. */
  send: string
  sending: string
  onClose: () => void
  children?: ReactNode
}

/** Asks before something goes that cannot be brought back. */
export function RemoveDialog({ path, send: sendWord, sending, onClose, children, ...head }: RemoveDialogProps) {
  const common = useWords('settings')
  const { send, isBusy, refusal } = useSend()

  async function remove(): Promise<void> {
    if (await send('DELETE', path)) onClose()
  }

  return (
    <Dialog onClose={onClose} {...head}>
      {children}
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>{common('keep')}</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? sending : sendWord}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
