'use client'

import { useState } from 'react'
import type { ApiKeyResource } from '@/lib/contracts/settings'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { joinClasses } from '../ui/class-names'
import { LocalTime } from '../ui/local-time'
import { useWords } from '../words/words-context'
import { NewKeyDialog } from './new-key-dialog'
import { RotateKeyDialog } from './rotate-key-dialog'
import { KeptList } from './kept-list'
import { RemoveDialog } from './remove-dialog'

/** The site's keys, revoked ones last. */
export function KeyList({ keys }: { keys: ApiKeyResource[] }) {
  const t = useWords('keys')
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKeyResource | null>(null)
  const [rotating, setRotating] = useState<ApiKeyResource | null>(null)
  return (
    <>
      <KeptList
        items={keys}
        words={{ list: t('list'), add: t('new'), none: t('none'), noneWhy: t('noneWhy') }}
        onAdd={() => setMaking(true)}
        row={(key) => <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} onRotate={() => setRotating(key)} />}
      />
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
      {rotating && <RotateKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />}
    </>
  )
}

function KeyRow({ apiKey, onRevoke, onRotate }: { apiKey: ApiKeyResource; onRevoke: () => void; onRotate: () => void }) {
  const t = useWords('keys')
  const common = useWords('settings')
  const { name, prefix, scopes, rateLimit, createdAt, lastUsedAt, revokedAt, expiresAt } = apiKey
  return (
    <li className={joinClasses('flex flex-wrap items-center gap-x-6 gap-y-1.5 px-4 py-2.5', revokedAt !== null && 'text-ink-3')}>
      <div className="min-w-0 flex-1 basis-52">
        <span className="block font-[560] [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </span>
        <bdi dir="ltr" className="font-mono text-xs text-ink-3">
          {prefix}_…
        </bdi>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-sm max-sm:w-full sm:basis-60">
        <dt className="text-ink-3">{t('may')}</dt>
        <dd>
          <bdi dir="ltr" className="font-mono text-xs">
            {scopes.join(', ')}
          </bdi>
        </dd>
        {rateLimit !== null && (
          <>
            <dt className="text-ink-3">{t('atMost')}</dt>
            <dd>{t('rate', { count: rateLimit })}</dd>
          </>
        )}
        <dt className="text-ink-3">{t('made')}</dt>
        <dd>
          <LocalTime at={createdAt} look="day" />
        </dd>
        <dt className="text-ink-3">{t('lastUsed')}</dt>
        <dd>{lastUsedAt === null ? common('never') : <LocalTime at={lastUsedAt} />}</dd>
        {expiresAt !== null && revokedAt === null && (
          <>
            <dt className="text-ink-3">{t('ends')}</dt>
            <dd>
              <LocalTime at={expiresAt} />
            </dd>
          </>
        )}
      </dl>
      <div className="flex gap-2 sm:w-48 sm:justify-end">
        {revokedAt === null && expiresAt === null && (
          <Button onClick={onRotate} aria-label={t('rotateOne', { name })}>
            {t('rotate')}
          </Button>
        )}
        {revokedAt === null ? (
          <Button look="danger" onClick={onRevoke} aria-label={t('revokeOne', { name })}>
            {t('revoke')}
          </Button>
        ) : (
          <Badge>{t.parts('revoked', { day: <LocalTime key="day" at={revokedAt} look="day" /> })}</Badge>
        )}
      </div>
    </li>
  )
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyResource; onClose: () => void }) {
  const t = useWords('keys')
  return (
    <RemoveDialog
      path={`settings/keys/${apiKey.id}`}
      title={t.parts('revokeTitle', { name: <bdi key="name">{apiKey.name}</bdi> })}
      description={t('revokeHint')}
      send={t('revokeSend')}
      sending={t('revoking')}
      onClose={onClose}
    />
  )
}
