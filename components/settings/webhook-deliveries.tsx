'use client'

import { useQuery } from '@tanstack/react-query'
import type { DeliveryResource, WebhookResource } from '@/lib/contracts/webhook'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { LocalTime } from '../ui/local-time'
import { Skeleton } from '../ui/skeleton'
import { useSend } from './use-send'

const REFRESH_MS = 3000

async function readDeliveries(id: string): Promise<DeliveryResource[]> {
  const response = await fetch(`/api/v1/settings/webhooks/${id}/deliveries`)
  if (!response.ok) throw new Error('The deliveries could not be read.')
  return ((await response.json()) as { deliveries: DeliveryResource[] }).deliveries
}

/** The last hundred deliveries of a webhook with their tries; any of them can be sent again. */
export function WebhookDeliveries({ webhook, onClose }: { webhook: WebhookResource; onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['webhook-deliveries', webhook.id],
    queryFn: () => readDeliveries(webhook.id),
    refetchInterval: REFRESH_MS,
  })
  const { send, isBusy, refusal } = useSend()
  const failed = data?.filter(({ state }) => state === 'failed').length ?? 0

  async function again(path: string): Promise<void> {
    if (await send('POST', path)) await refetch()
  }

  return (
    <Dialog isOpen onOpenChange={onClose} title="Deliveries" description={webhook.url}>
      {error && <Callout tone="error">{error.message}</Callout>}
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      {data === undefined && !error && <Skeleton className="h-40" />}
      {data?.length === 0 && <p className="py-4 text-ink-2">Nothing has been decided since this webhook was added.</p>}
      {data !== undefined && data.length > 0 && (
        <ul aria-label="Deliveries" tabIndex={0} className="-mx-1 max-h-[55vh] divide-y divide-line overflow-y-auto px-1">
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
      <DialogButtons>
        {failed > 0 && (
          <Button disabled={isBusy} onClick={() => void again(`settings/webhooks/${webhook.id}/deliveries`)}>
            Send all failed again
          </Button>
        )}
        <Button look="solid" onClick={onClose}>
          Done
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

const STATE_WORDS: Record<DeliveryResource['state'], string> = { pending: 'on its way', delivered: 'delivered', failed: 'failed' }

function DeliveryRow({ delivery, isBusy, onAgain }: { delivery: DeliveryResource; isBusy: boolean; onAgain: () => void }) {
  const { kind, commentExternalId, state, attempts, nextAttemptAt, log } = delivery
  const [last] = log
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p>
          {kind.replace('_', ' ')} <bdi className="font-mono text-xs text-ink-3 [overflow-wrap:anywhere]">{commentExternalId}</bdi>
        </p>
        <p className="text-sm text-ink-2">
          {last === undefined ? 'Not tried yet.' : <LastTry last={last} attempts={attempts} />}
          {state === 'pending' && last !== undefined && nextAttemptAt !== null && (
            <>
              {' '}
              Next try <LocalTime at={nextAttemptAt} />.
            </>
          )}
        </p>
      </div>
      <Badge>{STATE_WORDS[state]}</Badge>
      <Button size="sm" disabled={isBusy} onClick={onAgain} aria-label={`Send ${kind.replace('_', ' ')} of ${commentExternalId} again`}>
        Send again
      </Button>
    </li>
  )
}

function LastTry({ last, attempts }: { last: DeliveryResource['log'][number]; attempts: number }) {
  return (
    <>
      {last.failure ?? `Answered ${last.status ?? ''} in ${last.durationMs} ms.`} {attempts > 1 && `${attempts} tries, the last`}{' '}
      <LocalTime at={last.attemptedAt} />
    </>
  )
}
