'use client'

import { useState } from 'react'
import type { WebhookResource } from '@/lib/contracts/webhook'
import { useWords } from '../words/words-context'
import { FormDialog } from './form-dialog'
import { RemoveDialog } from './remove-dialog'
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
  const form = useSend()

  async function rotate(): Promise<void> {
    const made = await form.send<{ secret: string }>('POST', `settings/webhooks/${webhook.id}/rotation`)
    if (made) setSecret(made.answer.secret)
  }

  if (secret !== null) return <WebhookSecret secret={secret} onClose={onClose} />
  return (
    <FormDialog
      title={t('rotateTitle')}
      description={t('rotateHint')}
      send={t('rotateSend')}
      sending={common('rotating')}
      leave={t('keepOld')}
      form={form}
      onSend={rotate}
      onClose={onClose}
    />
  )
}

/** Asks before a webhook goes, with what waits for it. */
export function DeleteWebhookDialog({ webhook, onClose }: Props) {
  const t = useWords('webhooks')
  return (
    <RemoveDialog
      path={`settings/webhooks/${webhook.id}`}
      title={t('deleteTitle')}
      description={webhook.pending > 0 ? t('deleteWaiting', { count: webhook.pending }) : t('deleteHint')}
      send={t('deleteSend')}
      sending={t('deleting')}
      onClose={onClose}
    >
      <p dir="ltr" className="text-start font-mono text-sm [overflow-wrap:anywhere]">
        {webhook.url}
      </p>
    </RemoveDialog>
  )
}
