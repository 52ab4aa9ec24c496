'use client'

import { useQuery } from '@tanstack/react-query'
import type { DeliveryResource, WebhookResource } from '@/lib/contracts/webhook'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { LocalTime } from '../ui/local-time'
import { Skeleton } from '../ui/skeleton'
import type { Words } from '../words/rooms'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'
import { describeWebhookFailure } from './webhook-failure'

const REFRESH_MS = 3000
/** How many the server gives (lib/services/webhook/deliveries.ts). */
const MAX_SHOWN = 100

async function readDeliveries(id: string): Promise<DeliveryResource[]> {
  const response = await fetch(`/api/v1/settings/webhooks/${id}/deliveries`)
  if (!response.ok) throw new Error(`deliveries: status ${response.status}`)
  return ((await response.json()) as { deliveries: DeliveryResource[] }).deliveries
}

/** The last hundred deliveries of a webhook with their tries; any of them can be sent again. */
export function WebhookDeliveries({ webhook, onClose }: { webhook: WebhookResource; onClose: () => void }) {
  const t = useWords('webhooks')
  const common = useWords('settings')
  const { data, error, refetch } = useQuery({
    queryKey: ['webhook-deliveries', webhook.id],
    queryFn: () => readDeliveries(webhook.id),
    refetchInterval: REFRESH_MS,
  })
  const { send, isBusy, refusal } = useSend()
  const hasMissed = webhook.failed > 0 || data?.some((delivery) => delivery.state === 'failed' || isRetried(delivery))

  async function again(path: string): Promise<void> {
    if (await send('POST', path)) await refetch()
  }

  return (
    <Dialog isWide onClose={onClose} title={t('deliveries')} description={<bdi>{webhook.url}</bdi>}>
      {error && <Callout tone="error">{t('unread')}</Callout>}
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      {data === undefined && !error && <Skeleton className="h-40" />}
      {data?.length === 0 && <p className="py-4 text-ink-2">{t('nothingYet')}</p>}
      {data !== undefined && data.length > 0 && (
        <ul aria-label={t('deliveries')} tabIndex={0} className="-mx-1 max-h-[55vh] divide-y divide-line overflow-y-auto px-1">
          {data.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              isBusy={isBusy}
              onAgain={() => void again(`settings/webhook-deliveries/${delivery.id}/redelivery`)}
            />
          ))}
        </ul>
      )}
      {data?.length === MAX_SHOWN && <p className="mt-2 text-sm text-ink-3">{t('newestOnly', { count: MAX_SHOWN })}</p>}
      <DialogButtons>
        {hasMissed && (
          <Button disabled={isBusy} onClick={() => void again(`settings/webhooks/${webhook.id}/deliveries`)}>
            {t('againAll')}
          </Button>
        )}
        <Button look="solid" onClick={onClose}>
          {common('done')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

const TONES = { pending: 'neutral', retried: 'amber', delivered: 'green', failed: 'rose' } as const

/** It did not arrive when it was tried, and will be tried again. */
function isRetried({ state, log: [last] }: DeliveryResource): boolean {
  return state === 'pending' && last !== undefined && last.failure !== null
}

function DeliveryRow({ delivery, isBusy, onAgain }: { delivery: DeliveryResource; isBusy: boolean; onAgain: () => void }) {
  const t = useWords('webhooks')
  const decisions = useWords('decisions')
  const { kind, commentExternalId, state, attempts, nextAttemptAt, log } = delivery
  const [last] = log
  const standing = isRetried(delivery) ? 'retried' : state
  const what = decisions(`kind.${kind}`)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p>
          {what} <bdi className="font-mono text-xs text-ink-3 [overflow-wrap:anywhere]">{commentExternalId}</bdi>
        </p>
        <p className="text-sm text-ink-2">
          {last === undefined ? t('notTried') : <LastTry t={t} last={last} attempts={attempts} />}
          {state === 'pending' && last !== undefined && nextAttemptAt !== null && (
            <>
              {' · '}
              {t.parts('nextTry', { time: <LocalTime key="time" at={nextAttemptAt} /> })}
            </>
          )}
        </p>
      </div>
      <Badge tone={TONES[standing]}>{t(`state.${standing}`)}</Badge>
      <Button size="sm" disabled={isBusy} onClick={onAgain} aria-label={t('againOne', { kind: what, comment: commentExternalId })}>
        {t('again')}
      </Button>
    </li>
  )
}

interface LastTryProps {
  t: Words<'webhooks'>
  last: DeliveryResource['log'][number]
  attempts: number
}

function LastTry({ t, last: { failure, status, durationMs, attemptedAt }, attempts }: LastTryProps) {
  const answer = t('answered', { status: String(status ?? ''), ms: durationMs })
  return (
    <>
      {failure === null ? answer : describeWebhookFailure(t, failure)} {attempts > 1 && t('tries', { count: attempts })}{' '}
      <LocalTime at={attemptedAt} />
    </>
  )
}
