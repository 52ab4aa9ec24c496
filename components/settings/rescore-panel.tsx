'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { RescoreResource } from '@/lib/contracts/rescore'
import { ProgressBar } from '../import/progress-bar'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { LocalTime } from '../ui/local-time'
import { Section } from './section'
import { useSend } from './use-send'

const LOOK_MS = 2000

/** Scoring all comments again, with how far it is. */
export function RescorePanel({ run }: { run: RescoreResource | null }) {
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
    <Section
      title="Score again"
      hint="All comments, the newest first, with the scorers of this machine as they are now. Decisions, marks and statuses stay; suggestions change only where nobody has decided. You can leave: it goes on."
    >
      <div className="flex flex-col gap-3">
        {run !== null && <Standing run={run} isOpen={isOpen} />}
        {refusal && <Callout tone="error">{refusal.message}</Callout>}
        <div className="flex flex-wrap gap-2">
          {isOpen && (
            <Button
              disabled={isBusy || run.isStopping}
              onClick={() => void send('PATCH', `settings/rescore/${run.id}`, { state: 'stopped' })}
            >
              {run.isStopping ? 'Stopping…' : 'Stop'}
            </Button>
          )}
          {isHalfway && (
            <Button look="solid" disabled={isBusy} onClick={() => void send('PATCH', `settings/rescore/${run.id}`, { state: 'waiting' })}>
              Go on
            </Button>
          )}
          {!isOpen && (
            <Button disabled={isBusy} onClick={() => void send('POST', 'settings/rescore')}>
              {isHalfway ? 'Begin anew' : 'Score all comments again'}
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}

const STATE_WORDS = { waiting: 'Waiting for its turn', running: 'Scoring', done: 'Done', failed: 'Failed', stopped: 'Stopped' } as const

function Standing({ run, isOpen }: { run: RescoreResource; isOpen: boolean }) {
  const { state, total, done, changed, startedBy, createdAt, refusal } = run
  return (
    <div className="flex flex-col gap-1.5">
      {isOpen && <ProgressBar label="Scoring again" share={total === 0 ? null : done / total} />}
      <p className="text-sm tabular-nums">
        {STATE_WORDS[state]}: {done.toLocaleString('en')} of {total.toLocaleString('en')} comments, {changed.toLocaleString('en')} with
        other suggestions
      </p>
      <p className="text-sm text-ink-3">
        Begun by <bdi>{startedBy}</bdi>, <LocalTime at={createdAt} />
      </p>
      {refusal !== null && <Callout tone="error">{refusal}</Callout>}
    </div>
  )
}
