'use client'

import { useState } from 'react'
import type { WebhookResource } from '@/lib/contracts/webhook'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { LocalTime } from '../ui/local-time'
import { useFormats, useWords } from '../words/words-context'
import { DeleteWebhookDialog, RotateWebhookDialog } from './webhook-change-dialogs'
import { WebhookDeliveries } from './webhook-deliveries'
import { NewWebhookDialog } from './new-webhook-dialog'
import { useSend } from './use-send'
import { KeptList } from './kept-list'
import { describeDisabling, describeWebhookFailure } from './webhook-failure'

type Open = { kind: 'new' } | { kind: 'rotate' | 'delete' | 'log'; webhook: WebhookResource } | null

/** The addresses that are told of decisions, with how their deliveries stand. */
export function WebhookList({ webhooks }: { webhooks: WebhookResource[] }) {
  const t = useWords('webhooks')
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <KeptList
        items={webhooks}
        words={{ list: t('list'), add: t('new'), none: t('none'), noneWhy: t('noneWhy') }}
        onAdd={() => setOpen({ kind: 'new' })}
        row={(webhook) => <WebhookRow key={webhook.id} webhook={webhook} onOpen={(kind) => setOpen({ kind, webhook })} />}
      />
      {open?.kind === 'new' && <NewWebhookDialog onClose={close} />}
      {open?.kind === 'rotate' && <RotateWebhookDialog webhook={open.webhook} onClose={close} />}
      {open?.kind === 'delete' && <DeleteWebhookDialog webhook={open.webhook} onClose={close} />}
      {open?.kind === 'log' && <WebhookDeliveries webhook={open.webhook} onClose={close} />}
    </>
  )
}

function WebhookRow({ webhook, onOpen }: { webhook: WebhookResource; onOpen: (kind: 'rotate' | 'delete' | 'log') => void }) {
  const t = useWords('webhooks')
  const formats = useFormats()
  const { send, isBusy, refusal } = useSend()
  const { id, url, description, disabledAt, disabledReason, oldSecretUntil, pending, failed, lastDeliveredAt, failing } = webhook
  const isOff = disabledAt !== null
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-64">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <bdi className="font-mono text-sm [overflow-wrap:anywhere]">{url}</bdi>
            <Badge tone={isOff ? 'neutral' : failing === null ? 'green' : 'amber'}>
              {t(isOff ? 'isDisabled' : failing === null ? 'isEnabled' : 'isFailing')}
            </Badge>
          </span>
          {description !== '' && (
            <span className="block text-sm text-ink-2 [overflow-wrap:anywhere]">
              <bdi>{description}</bdi>
            </span>
          )}
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-sm tabular-nums max-sm:w-full sm:basis-56">
          <dt className="text-ink-3">{t('lastDelivery')}</dt>
          <dd>{lastDeliveredAt === null ? t('noneYet') : <LocalTime at={lastDeliveredAt} />}</dd>
          <dt className="text-ink-3">{t('onItsWay')}</dt>
          <dd>{formats.number(pending)}</dd>
          <dt className="text-ink-3">{t('failed')}</dt>
          <dd className={failed > 0 ? 'font-[560] text-rose' : ''}>{formats.number(failed)}</dd>
        </dl>
      </div>
      {isOff && disabledReason !== null && (
        <Callout tone="warning">
          {describeDisabling(t, disabledReason)} {t('kept')}
        </Callout>
      )}
      {!isOff && failing !== null && (
        <Callout tone="warning">
          {describeWebhookFailure(t, failing.failure)} {t.parts('failingSince', { time: <LocalTime key="time" at={failing.at} /> })}
        </Callout>
      )}
      {oldSecretUntil !== null && (
        <p className="text-sm text-ink-3">{t.parts('oldSecret', { time: <LocalTime key="time" at={oldSecretUntil} /> })}</p>
      )}
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onOpen('log')} aria-label={t('deliveriesTo', { url })}>
          {t('deliveries')}
        </Button>
        <Button onClick={() => onOpen('rotate')} aria-label={t('rotateOne', { url })}>
          {t('rotate')}
        </Button>
        <Button
          disabled={isBusy}
          aria-label={isOff ? t('enableOne', { url }) : t('disableOne', { url })}
          onClick={() => void send('PATCH', `settings/webhooks/${id}`, { isEnabled: isOff })}
        >
          {isOff ? t('enable') : t('disable')}
        </Button>
        <Button look="danger" onClick={() => onOpen('delete')} aria-label={t('deleteOne', { url })}>
          {t('delete')}
        </Button>
      </div>
    </li>
  )
}
