'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ApiKeyResource } from '@/lib/contracts/settings'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '../ui/table'
import { NewKeyDialog } from './new-key-dialog'
import { useSend } from './use-send'

/** The site's keys, revoked ones last. */
export function KeyList({ keys }: { keys: ApiKeyResource[] }) {
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKeyResource | null>(null)
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
          <KeyTable keys={keys} onRevoke={setRevoking} />
        </>
      )}
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function KeyTable({ keys, onRevoke }: { keys: ApiKeyResource[]; onRevoke: (key: ApiKeyResource) => void }) {
  return (
    <Table label="API keys">
      <TableHead>
        <tr>
          <TableHeader>Key</TableHeader>
          <TableHeader>May</TableHeader>
          <TableHeader>Last used</TableHeader>
          <TableHeader>
            <span className="sr-only">State</span>
          </TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {keys.map((key) => (
          <TableRow key={key.id} className={key.revokedAt === null ? '' : 'text-ink-3'}>
            <TableCell className="w-full min-w-44">
              <bdi className="block font-[560]">{key.name}</bdi>
              <span className="font-mono text-xs text-ink-3">{key.prefix}_…</span>
            </TableCell>
            <TableCell className="whitespace-nowrap">{key.scopes.join(', ')}</TableCell>
            <TableCell className="whitespace-nowrap">{key.lastUsedAt === null ? 'never' : <LocalTime at={key.lastUsedAt} />}</TableCell>
            <TableCell className="text-right whitespace-nowrap">
              {key.revokedAt === null ? (
                <Button look="danger" size="sm" onClick={() => onRevoke(key)} aria-label={`Revoke ${key.name}`}>
                  Revoke
                </Button>
              ) : (
                <Badge>
                  revoked <LocalTime at={key.revokedAt} look="day" />
                </Badge>
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
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
