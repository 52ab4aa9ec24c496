'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { WebhookResource } from '@/lib/contracts/webhook'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import { DeleteWebhookDialog, RotateWebhookDialog } from './webhook-change-dialogs'
import { WebhookDeliveries } from './webhook-deliveries'
import { NewWebhookDialog } from './new-webhook-dialog'
import { useSend } from './use-send'

type Open = { kind: 'new' } | { kind: 'rotate' | 'delete' | 'log'; webhook: WebhookResource } | null

/** The addresses that are told of decisions, with how their deliveries stand. */
export function WebhookList({ webhooks }: { webhooks: WebhookResource[] }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const newWebhook = (
    <Button look="solid" onClick={() => setOpen({ kind: 'new' })}>
      <Plus aria-hidden />
      New webhook
    </Button>
  )
  return (
    <>
      {webhooks.length === 0 ? (
        <div className="rounded-lg border border-line bg-panel">
          <EmptyState kind="nothing-yet" title="No webhook yet" next={newWebhook}>
            A webhook tells your CMS what was decided, a moment after it was.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-3 flex justify-end">{newWebhook}</div>
          <ul aria-label="Webhooks" className="divide-y divide-line rounded-lg border border-line bg-panel">
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} onOpen={(kind) => setOpen({ kind, webhook })} />
            ))}
          </ul>
        </>
      )}
      {open?.kind === 'new' && <NewWebhookDialog onClose={close} />}
      {open?.kind === 'rotate' && <RotateWebhookDialog webhook={open.webhook} onClose={close} />}
      {open?.kind === 'delete' && <DeleteWebhookDialog webhook={open.webhook} onClose={close} />}
      {open?.kind === 'log' && <WebhookDeliveries webhook={open.webhook} onClose={close} />}
    </>
  )
}

function WebhookRow({ webhook, onOpen }: { webhook: WebhookResource; onOpen: (kind: 'rotate' | 'delete' | 'log') => void }) {
  const { send, isBusy, refusal } = useSend()
  const { id, url, description, disabledAt, disabledReason, oldSecretUntil, pending, failed, lastDeliveredAt } = webhook
  const isOff = disabledAt !== null
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-64">
          <bdi className="block font-mono text-sm [overflow-wrap:anywhere]">{url}</bdi>
          {description !== '' && <bdi className="block text-sm text-ink-2 [overflow-wrap:anywhere]">{description}</bdi>}
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-sm tabular-nums max-sm:w-full sm:basis-56">
          <dt className="text-ink-3">Last delivery</dt>
          <dd>{lastDeliveredAt === null ? 'none yet' : <LocalTime at={lastDeliveredAt} />}</dd>
          <dt className="text-ink-3">On its way</dt>
          <dd>{pending.toLocaleString('en')}</dd>
          <dt className="text-ink-3">Failed</dt>
          <dd className={failed > 0 ? 'font-[560] text-rose' : ''}>{failed.toLocaleString('en')}</dd>
        </dl>
        <Badge>{isOff ? 'disabled' : 'enabled'}</Badge>
      </div>
      {isOff && disabledReason !== null && <Callout tone="warning">{disabledReason} What waits for it is kept.</Callout>}
      {oldSecretUntil !== null && (
        <p className="text-sm text-ink-3">
          The secret before the last one signs too until <LocalTime at={oldSecretUntil} />.
        </p>
      )}
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onOpen('log')} aria-label={`Deliveries to ${url}`}>
          Deliveries
        </Button>
        <Button onClick={() => onOpen('rotate')} aria-label={`Rotate the secret of ${url}`}>
          Rotate secret
        </Button>
        <Button
          disabled={isBusy}
          aria-label={`${isOff ? 'Enable' : 'Disable'} ${url}`}
          onClick={() => void send('PATCH', `settings/webhooks/${id}`, { isEnabled: isOff })}
        >
          {isOff ? 'Enable' : 'Disable'}
        </Button>
        <Button look="danger" onClick={() => onOpen('delete')} aria-label={`Delete ${url}`}>
          Delete
        </Button>
      </div>
    </li>
  )
}
