'use client'

import { useState } from 'react'
import type { WebhookResource } from '@/lib/contracts/webhook'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { useSend } from './use-send'
import { WebhookSecret } from './webhook-secret'

interface Props {
  webhook: WebhookResource
  onClose: () => void
}

/** Asks before a new secret is made, then shows it. */
export function RotateWebhookDialog({ webhook, onClose }: Props) {
  const [secret, setSecret] = useState<string | null>(null)
  const { send, isBusy, refusal } = useSend()

  async function rotate(): Promise<void> {
    const made = await send<{ secret: string }>('POST', `settings/webhooks/${webhook.id}/rotation`)
    if (made) setSecret(made.answer.secret)
  }

  if (secret !== null) return <WebhookSecret secret={secret} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Rotate the secret?"
      description="A new one is made. Messages are signed with both for 24 hours, so that your CMS can change over without missing any."
    >
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>Keep the old one</Button>
        <Button look="solid" disabled={isBusy} onClick={() => void rotate()}>
          {isBusy ? 'Rotating…' : 'Make a new secret'}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

/** Asks before a webhook goes, with what waits for it. */
export function DeleteWebhookDialog({ webhook, onClose }: Props) {
  const { send, isBusy, refusal } = useSend()

  async function remove(): Promise<void> {
    if (await send('DELETE', `settings/webhooks/${webhook.id}`)) onClose()
  }

  const waiting = webhook.pending > 0 ? `${webhook.pending.toLocaleString('en')} messages that wait for it and the` : 'The'
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Delete this webhook?"
      description={`${waiting} log of its deliveries are deleted too. The decisions stay in the feed.`}
    >
      <p className="font-mono text-sm [overflow-wrap:anywhere]">{webhook.url}</p>
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>Keep it</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? 'Deleting…' : 'Delete the webhook'}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
