'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { RescoreResource } from '@/lib/contracts/rescore'
import { ProgressBar } from '../import/progress-bar'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { LocalTime } from '../ui/local-time'
import { useWords } from '../words/words-context'
import { Section } from './section'
import { useSend } from './use-send'

const LOOK_MS = 2000

/** Scoring all comments again, with how far it is. */
export function RescorePanel({ run }: { run: RescoreResource | null }) {
  const t = useWords('scorers')
  const common = useWords('settings')
  const { send, isBusy, refusal } = useSend()
  const router = useRouter()
  const isOpen = run !== null && (run.state === 'waiting' || run.state === 'running')
  useEffect(() => {
    if (!isOpen) return
    const timer = setInterval(() => router.refresh(), LOOK_MS)
    return () => clearInterval(timer)
  }, [isOpen, router])
  const isHalfway = run !== null && (run.state === 'stopped' || run.state === 'failed')
  return (
    <Section title={t('again.title')} hint={t('again.hint')}>
      <div className="flex flex-col gap-3">
        {run !== null && <Standing run={run} isOpen={isOpen} />}
        {refusal && <Callout tone="error">{refusal.message}</Callout>}
        <div className="flex flex-wrap gap-2">
          {isOpen && (
            <Button
              disabled={isBusy || run.isStopping}
              onClick={() => void send('PATCH', `settings/rescore/${run.id}`, { state: 'stopped' })}
            >
              {run.isStopping ? common('stopping') : common('stop')}
            </Button>
          )}
          {isHalfway && (
            <Button look="solid" disabled={isBusy} onClick={() => void send('PATCH', `settings/rescore/${run.id}`, { state: 'waiting' })}>
              {common('goOn')}
            </Button>
          )}
          {!isOpen && (
            <Button disabled={isBusy} onClick={() => void send('POST', 'settings/rescore')}>
              {isHalfway ? t('again.anew') : t('again.all')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}

function Standing({ run, isOpen }: { run: RescoreResource; isOpen: boolean }) {
  const t = useWords('scorers')
  const { state, total, done, changed, startedBy, createdAt, refusal } = run
  return (
    <div className="flex flex-col gap-1.5">
      {isOpen && <ProgressBar label={t('again.label')} share={total === 0 ? null : done / total} />}
      <p className="text-sm tabular-nums">{t('again.standing', { state: t(`again.${state}`), done, total, changed })}</p>
      <p className="text-sm text-ink-3">
        {t.parts('again.begun', { name: <bdi key="name">{startedBy}</bdi>, time: <LocalTime key="time" at={createdAt} /> })}
      </p>
      {refusal !== null && (
        <Callout tone="error">
          <bdi lang="en">{refusal}</bdi>
        </Callout>
      )}
    </div>
  )
}
