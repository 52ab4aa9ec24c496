import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ImportRunResource } from '@/lib/contracts/import-run'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { ProgressBar } from './progress-bar'
import { countOf, describeSize, importWords } from './words'

interface RunStandingProps {
  run: ImportRunResource
  isBusy: boolean
  onStart: (isDryRun: boolean) => void
  onStop: () => void
}

/** Where a file stands, and the one or two things that can be done about it. */
export function RunStanding(props: RunStandingProps) {
  const { run } = props
  switch (run.state) {
    case 'waiting':
    case 'running':
      return <Going {...props} />
    case 'done':
      return run.isDryRun ? <Read {...props} /> : <Imported run={run} />
    case 'failed':
      return (
        <Unfinished {...props} canReadAgain={false}>
          <Callout tone="error" title={run.isDryRun ? 'This file could not be read' : 'The import did not come to its end'}>
            {run.refusal}
          </Callout>
        </Unfinished>
      )
    case 'stopped':
      return (
        <Unfinished {...props} canReadAgain>
          <Callout tone="warning" title="Stopped">
            {run.isDryRun ? 'Nothing was written.' : 'What was written stays. Going on does not bring in anything twice.'}
          </Callout>
        </Unfinished>
      )
  }
}

/** What did not come to its end, and how to go on: reading again helps only what was stopped. */
function Unfinished({ run, isBusy, onStart, canReadAgain, children }: RunStandingProps & { canReadAgain: boolean; children: ReactNode }) {
  return (
    <>
      {children}
      <Buttons>
        {run.hasFile && (canReadAgain || !run.isDryRun) && (
          <Button look="solid" disabled={isBusy} onClick={() => onStart(run.isDryRun)}>
            {run.isDryRun ? 'Read it again' : 'Go on'}
          </Button>
        )}
        <AnotherFile />
        {run.report && <Downloads run={run} />}
      </Buttons>
    </>
  )
}

function Going({ run, isBusy, onStop }: RunStandingProps) {
  const { created = 0, updated = 0, unchanged = 0, stale = 0 } = run.report?.counts ?? {}
  const count = created + updated + unchanged + stale
  const verb = run.isDryRun ? 'Reading' : 'Importing'
  return (
    <div className="flex flex-col gap-2.5 rounded-lg border border-line bg-panel px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="tabular-nums">
          {run.state === 'waiting' ? 'Waiting for its turn…' : `${verb}: ${countOf(count, 'comment')} so far`}
        </p>
        <Button size="sm" disabled={isBusy || run.isStopping} onClick={onStop}>
          {run.isStopping ? 'Stopping…' : 'Stop'}
        </Button>
      </div>
      <ProgressBar label={`${verb} ${run.fileName}`} share={run.state === 'waiting' ? 0 : run.bytesDone / run.fileSize} />
      <p className="text-sm text-ink-3 tabular-nums">
        {describeSize(run.bytesDone)} of {describeSize(run.fileSize)}. You may leave: it goes on, and is found under Import.
      </p>
    </div>
  )
}

function Read({ run, isBusy, onStart }: RunStandingProps) {
  const words = run.report && importWords(run.report)
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-line bg-panel px-4 py-3"
    >
      <p className="min-w-0">
        {words === null ? 'Everything in this file is here already.' : 'This is what would come in. Nothing is written yet.'}
      </p>
      <Buttons>
        {words !== null && run.hasFile && (
          <Button look="solid" disabled={isBusy} onClick={() => onStart(false)}>
            {words}
          </Button>
        )}
        <AnotherFile />
      </Buttons>
    </div>
  )
}

function Imported({ run }: { run: ImportRunResource }) {
  const { created = 0, updated = 0 } = run.report?.counts ?? {}
  const article = run.report?.articles.find(({ id }) => id !== null)
  return (
    <>
      <Callout tone="success" title={created + updated === 0 ? 'Imported' : `${countOf(created + updated, 'comment')} imported`}>
        Comments went through the same policy as those that arrive by API.
      </Callout>
      <Buttons>
        {article && (
          <>
            <Button asChild look="solid">
              <Link href={`/queue?queue=newest&article=${article.id ?? ''}`}>Open them in the queue</Link>
            </Button>
            <Button asChild>
              <Link href={`/articles/${article.id ?? ''}`}>See the article</Link>
            </Button>
          </>
        )}
        <AnotherFile />
        <Downloads run={run} />
      </Buttons>
    </>
  )
}

function Buttons({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>
}

function AnotherFile() {
  return (
    <Button asChild>
      <Link href="/settings/import">Choose another file</Link>
    </Button>
  )
}

function Downloads({ run }: { run: ImportRunResource }) {
  const address = `/api/v1/settings/imports/${run.id}/report`
  return (
    <span className="px-1 text-sm text-ink-3">
      Report:{' '}
      <a href={`${address}?format=csv`} download className="text-accent underline underline-offset-2">
        CSV
      </a>
      ,{' '}
      <a href={address} download className="text-accent underline underline-offset-2">
        JSON
      </a>
    </span>
  )
}
