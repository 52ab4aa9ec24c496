'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ApiKeyResource } from '@/lib/contracts/settings'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { joinClasses } from '../ui/class-names'
import { Dialog, DialogButtons } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import { NewKeyDialog } from './new-key-dialog'
import { RotateKeyDialog } from './rotate-key-dialog'
import { useSend } from './use-send'

/** The site's keys, revoked ones last. */
export function KeyList({ keys }: { keys: ApiKeyResource[] }) {
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKeyResource | null>(null)
  const [rotating, setRotating] = useState<ApiKeyResource | null>(null)
  const newKey = (
    <Button look="solid" onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      New key
    </Button>
  )
  return (
    <>
      {keys.length === 0 ? (
        <div className="rounded-lg border border-line bg-panel">
          <EmptyState kind="nothing-yet" title="No key yet" next={newKey}>
            A key lets your CMS send articles and comments here.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-3 flex justify-end">{newKey}</div>
          <ul aria-label="API keys" className="divide-y divide-line rounded-lg border border-line bg-panel">
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} onRotate={() => setRotating(key)} />
            ))}
          </ul>
        </>
      )}
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
      {rotating && <RotateKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />}
    </>
  )
}

function KeyRow({ apiKey, onRevoke, onRotate }: { apiKey: ApiKeyResource; onRevoke: () => void; onRotate: () => void }) {
  const { name, prefix, scopes, rateLimit, createdAt, lastUsedAt, revokedAt, expiresAt } = apiKey
  return (
    <li className={joinClasses('flex flex-wrap items-center gap-x-6 gap-y-1.5 px-4 py-2.5', revokedAt !== null && 'text-ink-3')}>
      <div className="min-w-0 flex-1 basis-52">
        <bdi className="block font-[560] [overflow-wrap:anywhere]">{name}</bdi>
        <span className="font-mono text-xs text-ink-3">{prefix}_…</span>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-sm max-sm:w-full sm:basis-60">
        <dt className="text-ink-3">May</dt>
        <dd>{scopes.join(', ')}</dd>
        {rateLimit !== null && (
          <>
            <dt className="text-ink-3">At most</dt>
            <dd>{rateLimit.toLocaleString('en')} requests a minute</dd>
          </>
        )}
        <dt className="text-ink-3">Made</dt>
        <dd>
          <LocalTime at={createdAt} look="day" />
        </dd>
        <dt className="text-ink-3">Last used</dt>
        <dd>{lastUsedAt === null ? 'never' : <LocalTime at={lastUsedAt} />}</dd>
        {expiresAt !== null && revokedAt === null && (
          <>
            <dt className="text-ink-3">Rotated, ends</dt>
            <dd>
              <LocalTime at={expiresAt} />
            </dd>
          </>
        )}
      </dl>
      <div className="flex gap-2 sm:w-48 sm:justify-end">
        {revokedAt === null && expiresAt === null && (
          <Button onClick={onRotate} aria-label={`Rotate ${name}`}>
            Rotate
          </Button>
        )}
        {revokedAt === null ? (
          <Button look="danger" onClick={onRevoke} aria-label={`Revoke ${name}`}>
            Revoke
          </Button>
        ) : (
          <Badge>
            revoked <LocalTime at={revokedAt} look="day" />
          </Badge>
        )}
      </div>
    </li>
  )
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyResource; onClose: () => void }) {
  const { send, isBusy, refusal } = useSend()

  async function revoke(): Promise<void> {
    if (await send('DELETE', `settings/keys/${apiKey.id}`)) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Revoke ${apiKey.name}?`}
      description="Whatever uses this key is refused from the next request on. It cannot be taken back."
    >
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>Keep it</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void revoke()}>
          {isBusy ? 'Revoking…' : 'Revoke the key'}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
