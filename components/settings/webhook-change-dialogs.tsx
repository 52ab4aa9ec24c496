'use client'

import { useState } from 'react'
import type { WebhookResource } from '@/lib/contracts/webhook'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'
import { WebhookSecret } from './webhook-secret'

interface Props {
  webhook: WebhookResource
  onClose: () => void
}

/** Asks before a new secret is made, then shows it. */
export function RotateWebhookDialog({ webhook, onClose }: Props) {
  const t = useWords('webhooks')
  const common = useWords('settings')
  const [secret, setSecret] = useState<string | null>(null)
  const { send, isBusy, refusal } = useSend()

  async function rotate(): Promise<void> {
    const made = await send<{ secret: string }>('POST', `settings/webhooks/${webhook.id}/rotation`)
    if (made) setSecret(made.answer.secret)
  }

  if (secret !== null) return <WebhookSecret secret={secret} onClose={onClose} />
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('rotateTitle')} description={t('rotateHint')}>
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>{t('keepOld')}</Button>
        <Button look="solid" disabled={isBusy} onClick={() => void rotate()}>
          {isBusy ? common('rotating') : t('rotateSend')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

/** Asks before a webhook goes, with what waits for it. */
export function DeleteWebhookDialog({ webhook, onClose }: Props) {
  const t = useWords('webhooks')
  const common = useWords('settings')
  const { send, isBusy, refusal } = useSend()

  async function remove(): Promise<void> {
    if (await send('DELETE', `settings/webhooks/${webhook.id}`)) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('deleteTitle')}
      description={webhook.pending > 0 ? t('deleteWaiting', { count: webhook.pending }) : t('deleteHint')}
    >
      <p dir="ltr" className="text-start font-mono text-sm [overflow-wrap:anywhere]">
        {webhook.url}
      </p>
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>{common('keep')}</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? t('deleting') : t('deleteSend')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
