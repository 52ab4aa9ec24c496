'use client'

import { useState } from 'react'
import type { RemoteScorerResource } from '@/lib/contracts/remote-scorer'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Facts } from '../ui/facts'
import { LocalTime } from '../ui/local-time'
import { useFormats, useWords } from '../words/words-context'
import { NewScorerDialog } from './new-scorer-dialog'
import { RemoveScorerDialog, TestScorerDialog } from './scorer-dialogs'
import { useSend } from './use-send'
import { KeptList } from './kept-list'

type Open = { kind: 'new' } | { kind: 'test' | 'remove'; scorer: RemoteScorerResource } | null

/** The services outside that score new comments, with how each stands. */
export function ScorerList({ scorers }: { scorers: RemoteScorerResource[] }) {
  const t = useWords('scorers')
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <KeptList
        items={scorers}
        words={{ list: t('list'), add: t('add'), none: t('none'), noneWhy: t('noneWhy') }}
        onAdd={() => setOpen({ kind: 'new' })}
        row={(scorer) => <ScorerRow key={scorer.id} scorer={scorer} onOpen={(kind) => setOpen({ kind, scorer })} />}
      />
      {open?.kind === 'new' && <NewScorerDialog onClose={close} />}
      {open?.kind === 'test' && <TestScorerDialog scorer={open.scorer} onClose={close} />}
      {open?.kind === 'remove' && <RemoveScorerDialog scorer={open.scorer} onClose={close} />}
    </>
  )
}

function ScorerRow({ scorer, onOpen }: { scorer: RemoteScorerResource; onOpen: (kind: 'test' | 'remove') => void }) {
  const t = useWords('scorers')
  const common = useWords('settings')
  const formats = useFormats()
  const { send, isBusy, refusal } = useSend()
  const { id, name, kind, url, model, hasApiKey, timeoutSeconds, isPaused, breaker, openUntil, waiting, notScored } = scorer
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-64">
          <span className="flex flex-wrap items-center gap-2">
            <bdi className="font-[560] [overflow-wrap:anywhere]">{name}</bdi>
            <Badge tone={isPaused ? 'neutral' : breaker === 'closed' ? 'green' : 'amber'}>
              {t(isPaused ? 'state.paused' : breaker === 'closed' ? 'state.asked' : 'state.silent')}
            </Badge>
          </span>
          <span className="block font-mono text-sm [overflow-wrap:anywhere]">
            <bdi>{url}</bdi>
          </span>
          <Facts className="block text-sm text-ink-3">
            {t(`kind.${kind}`)}
            {model !== null && <span>{t.parts('model', { model: <bdi key="model">{model}</bdi> })}</span>}
            {hasApiKey && t('withKey')}
            {t('patience', { time: formats.unit(timeoutSeconds, 'second') })}
          </Facts>
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-sm tabular-nums max-sm:w-full sm:basis-56">
          <dt className="text-ink-3">{t('lastScore')}</dt>
          <dd>{scorer.lastScoredAt === null ? t('noneYet') : <LocalTime at={scorer.lastScoredAt} />}</dd>
          <dt className="text-ink-3">{t('waiting')}</dt>
          <dd>{formats.number(waiting)}</dd>
          <dt className="text-ink-3">{t('notScored')}</dt>
          <dd className={notScored > 0 ? 'font-[560] text-rose' : ''}>{formats.number(notScored)}</dd>
        </dl>
      </div>
      {!isPaused && breaker !== 'closed' && (
        <Callout tone="warning">
          {scorer.lastFailure === null ? t('silent') : <bdi lang="en">{scorer.lastFailure}</bdi>} {t('commentsWait')}
          {openUntil !== null && breaker === 'open' && <> {t.parts('askedAgain', { time: <LocalTime key="time" at={openUntil} /> })}</>}
        </Callout>
      )}
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onOpen('test')} aria-label={t('testOne', { name })}>
          {t('test')}
        </Button>
        <Button
          disabled={isBusy}
          aria-label={isPaused ? t('resumeOne', { name }) : t('pauseOne', { name })}
          onClick={() => void send('PATCH', `settings/scorers/${id}`, { isPaused: !isPaused })}
        >
          {isPaused ? t('resume') : t('pause')}
        </Button>
        <Button look="danger" onClick={() => onOpen('remove')} aria-label={t('removeOne', { name })}>
          {common('remove')}
        </Button>
      </div>
    </li>
  )
}
