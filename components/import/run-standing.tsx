import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ImportRunResource } from '@/lib/contracts/import'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { useFormats, useWords } from '../words/words-context'
import { ProgressBar } from './progress-bar'
import { importWords } from './words'

interface RunStandingProps {
  run: ImportRunResource
  isBusy: boolean
  onStart: (isDryRun: boolean) => void
  onStop: () => void
}

/** Where a file stands, and the one or two things that can be done about it. */
export function RunStanding(props: RunStandingProps) {
  const t = useWords('import')
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
          <Callout tone="error" title={t(run.isDryRun ? 'readFailed' : 'importFailed')}>
            <bdi lang="en">{run.refusal}</bdi>
          </Callout>
        </Unfinished>
      )
    case 'stopped':
      return (
        <Unfinished {...props} canReadAgain>
          <Callout tone="warning" title={t('stopped')}>
            {t(run.isDryRun ? 'stoppedReading' : 'stoppedImport')}
          </Callout>
        </Unfinished>
      )
  }
}

/** What did not come to its end, and how to go on: reading again helps only what was stopped. */
function Unfinished({ run, isBusy, onStart, canReadAgain, children }: RunStandingProps & { canReadAgain: boolean; children: ReactNode }) {
  const t = useWords('import')
  const common = useWords('settings')
  return (
    <>
      {children}
      <Buttons>
        {run.hasFile && (canReadAgain || !run.isDryRun) && (
          <Button look="solid" disabled={isBusy} onClick={() => onStart(run.isDryRun)}>
            {run.isDryRun ? t('readAgain') : common('goOn')}
          </Button>
        )}
        <AnotherFile />
        {run.report && <Downloads run={run} />}
      </Buttons>
    </>
  )
}

function Going({ run, isBusy, onStop }: RunStandingProps) {
  const t = useWords('import')
  const common = useWords('settings')
  const formats = useFormats()
  const { created = 0, updated = 0, unchanged = 0, stale = 0 } = run.report?.counts ?? {}
  const count = created + updated + unchanged + stale
  const act = run.isDryRun ? 'reading' : 'importing'
  return (
    <div className="flex flex-col gap-2.5 rounded-lg border border-line bg-panel px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="tabular-nums">
          {run.state === 'waiting' ? t('waitsTurn') : t(act, { count })}
        </p>
        <Button size="sm" disabled={isBusy || run.isStopping} onClick={onStop}>
          {run.isStopping ? common('stopping') : common('stop')}
        </Button>
      </div>
      <ProgressBar label={t(`${act}File`, { name: run.fileName })} share={run.state === 'waiting' ? 0 : run.bytesDone / run.fileSize} />
      <p className="text-sm text-ink-3 tabular-nums">
        {t('progress', { done: formats.bytes(run.bytesDone), all: formats.bytes(run.fileSize) })}
      </p>
    </div>
  )
}

function Read({ run, isBusy, onStart }: RunStandingProps) {
  const t = useWords('import')
  const words = run.report && importWords(t, run.report)
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-line bg-panel px-4 py-3"
    >
      <p className="min-w-0">{t(words === null ? 'allHere' : 'wouldCome')}</p>
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
  const t = useWords('import')
  const { created = 0, updated = 0 } = run.report?.counts ?? {}
  const article = run.report?.articles.find(({ id }) => id !== null)
  return (
    <>
      <Callout tone="success" title={created + updated === 0 ? t('imported') : t('importedComments', { count: created + updated })}>
        {t('importedHint')}
      </Callout>
      <Buttons>
        {article && (
          <>
            <Button asChild look="solid">
              <Link href={`/queue?queue=newest&article=${article.id ?? ''}`}>{t('openQueue')}</Link>
            </Button>
            <Button asChild>
              <Link href={`/articles/${article.id ?? ''}`}>{t('seeArticle')}</Link>
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
  const t = useWords('import')
  return (
    <Button asChild>
      <Link href="/settings/import">{t('another')}</Link>
    </Button>
  )
}

function Downloads({ run }: { run: ImportRunResource }) {
  const t = useWords('import')
  const address = `/api/v1/settings/imports/${run.id}/report`
  const link = (key: 'csv' | 'json', href: string) => (
    <a key={key} href={href} download className="text-accent underline underline-offset-2">
      {key.toUpperCase()}
    </a>
  )
  return (
    <span className="px-1 text-sm text-ink-3">
      {t.parts('report', { csv: link('csv', `${address}?format=csv`), json: link('json', address) })}
    </span>
  )
}
