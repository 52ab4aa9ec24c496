'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { RemoteScorerResource } from '@/lib/contracts/remote-scorer'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import { NewScorerDialog } from './new-scorer-dialog'
import { RemoveScorerDialog, TestScorerDialog } from './scorer-dialogs'
import { useSend } from './use-send'

type Open = { kind: 'new' } | { kind: 'test' | 'remove'; scorer: RemoteScorerResource } | null

const KIND_WORDS = { openai: 'OpenAI-compatible moderation', http: 'Parley’s own protocol' } as const

/** The services outside that score new comments, with how each stands. */
export function ScorerList({ scorers }: { scorers: RemoteScorerResource[] }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const add = (
    <Button look="solid" onClick={() => setOpen({ kind: 'new' })}>
      <Plus aria-hidden />
      Add a scorer
    </Button>
  )
  return (
    <>
      {scorers.length === 0 ? (
        <div className="rounded-lg border border-line bg-panel">
          <EmptyState kind="nothing-yet" title="No scorer outside" next={add}>
            Comments are scored on this machine and leave it for nobody. Add a service only if your readers have been told.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-3 flex justify-end">{add}</div>
          <ul aria-label="Scorers outside" className="divide-y divide-line rounded-lg border border-line bg-panel">
            {scorers.map((scorer) => (
              <ScorerRow key={scorer.id} scorer={scorer} onOpen={(kind) => setOpen({ kind, scorer })} />
            ))}
          </ul>
        </>
      )}
      {open?.kind === 'new' && <NewScorerDialog onClose={close} />}
      {open?.kind === 'test' && <TestScorerDialog scorer={open.scorer} onClose={close} />}
      {open?.kind === 'remove' && <RemoveScorerDialog scorer={open.scorer} onClose={close} />}
    </>
  )
}

function ScorerRow({ scorer, onOpen }: { scorer: RemoteScorerResource; onOpen: (kind: 'test' | 'remove') => void }) {
  const { send, isBusy, refusal } = useSend()
  const { id, name, kind, url, model, hasApiKey, timeoutSeconds, isPaused, breaker, openUntil, waiting, notScored } = scorer
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-64">
          <span className="flex flex-wrap items-center gap-2">
            <bdi className="font-[560] [overflow-wrap:anywhere]">{name}</bdi>
            <Badge tone={isPaused ? 'neutral' : breaker === 'closed' ? 'green' : 'amber'}>
              {isPaused ? 'paused' : breaker === 'closed' ? 'asked' : 'not answering'}
            </Badge>
          </span>
          <bdi className="block font-mono text-sm [overflow-wrap:anywhere]">{url}</bdi>
          <span className="block text-sm text-ink-3">
            {KIND_WORDS[kind]}
            {model !== null && (
              <>
                , model <bdi>{model}</bdi>
              </>
            )}
            {hasApiKey && ', with a key'}, {timeoutSeconds.toLocaleString('en')} s to answer
          </span>
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-sm tabular-nums max-sm:w-full sm:basis-56">
          <dt className="text-ink-3">Last score</dt>
          <dd>{scorer.lastScoredAt === null ? 'none yet' : <LocalTime at={scorer.lastScoredAt} />}</dd>
          <dt className="text-ink-3">Waiting</dt>
          <dd>{waiting.toLocaleString('en')}</dd>
          <dt className="text-ink-3">Not scored</dt>
          <dd className={notScored > 0 ? 'font-[560] text-rose' : ''}>{notScored.toLocaleString('en')}</dd>
        </dl>
      </div>
      {!isPaused && breaker !== 'closed' && (
        <Callout tone="warning">
          {scorer.lastFailure ?? 'It does not answer.'} Comments wait for it, and stay as they are.
          {openUntil !== null && breaker === 'open' && (
            <>
              {' '}
              It is asked again at <LocalTime at={openUntil} />.
            </>
          )}
        </Callout>
      )}
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onOpen('test')} aria-label={`Test ${name}`}>
          Test
        </Button>
        <Button
          disabled={isBusy}
          aria-label={`${isPaused ? 'Ask again' : 'Pause'} ${name}`}
          onClick={() => void send('PATCH', `settings/scorers/${id}`, { isPaused: !isPaused })}
        >
          {isPaused ? 'Ask again' : 'Pause'}
        </Button>
        <Button look="danger" onClick={() => onOpen('remove')} aria-label={`Remove ${name}`}>
          Remove
        </Button>
      </div>
    </li>
  )
}
