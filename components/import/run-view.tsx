'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportOptions, ImportReport, ImportRunResource, ImportStart } from '@/lib/contracts/import'
import { sendJson, type Refusal } from '../settings/send-json'
import { Callout } from '../ui/callout'
import { useWords } from '../words/words-context'
import { ClockChoice } from './clock-choice'
import { ColumnChoice } from './column-choice'
import { ReportView } from './report-view'
import { RunStanding } from './run-standing'

const REFRESH_MS = 700

async function readRun(id: string): Promise<ImportRunResource> {
  const response = await fetch(`/api/v1/settings/imports/${id}`)
  if (!response.ok) throw new Error(`import run: status ${response.status}`)
  return (await response.json()) as ImportRunResource
}

/** One file: how far it is, what is in it, and what can be done with it. It looks again while something goes on. */
export function RunView({ initial }: { initial: ImportRunResource }) {
  const t = useWords('import')
  const shell = useWords('shell')
  const queries = useQueryClient()
  const key = ['import-run', initial.id]
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { data: run, error } = useQuery({
    queryKey: key,
    queryFn: () => readRun(initial.id),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? REFRESH_MS : false),
  })

  async function ask(act: 'start' | 'stop', body?: ImportStart): Promise<void> {
    setBusy(true)
    const sent = await sendJson<ImportRunResource>(shell, 'POST', `settings/imports/${run.id}/${act}`, body ?? {})
    setBusy(false)
    setRefusal(sent.refusal)
    if (sent.refusal === null) queries.setQueryData(key, sent.answer)
  }

  const readAgain = (options: ImportOptions) => ask('start', { isDryRun: true, options })

  const isReadable = !isOpen(run) && run.hasFile && (run.isDryRun || run.state === 'failed')
  return (
    <div className="flex flex-col gap-4">
      {refusal !== null && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
      {error && <Callout tone="warning">{t('notRead')}</Callout>}
      <RunStanding run={run} isBusy={isBusy} onStart={(isDryRun) => void ask('start', { isDryRun })} onStop={() => void ask('stop')} />
      {isReadable && run.report && run.report.columns.length > 0 && (
        <ColumnChoice
          key={run.createdAt + String(run.finishedAt)}
          columns={run.report.columns}
          options={run.options}
          faults={refusal?.fields ?? {}}
          isBusy={isBusy}
          onRead={(options) => void readAgain(options)}
        />
      )}
      {isReadable && run.report && lacksTimes(run.report, run.options) && (
        <ClockChoice
          key={run.createdAt + String(run.finishedAt)}
          options={run.options}
          faults={refusal?.fields ?? {}}
          isBusy={isBusy}
          onRead={(options) => void readAgain(options)}
        />
      )}
      {run.report && <ReportView report={run.report} />}
    </div>
  )
}

/** WordPress writes the clock of the site beside UTC, which may be missing; pages show times by it. */
function lacksTimes({ format, preview }: ImportReport, { timeZone }: ImportOptions): boolean {
  return (
    (format === 'wordpress' || format === 'sql' || format === 'html') &&
    (timeZone !== undefined || preview.some(({ postedAt }) => postedAt === null))
  )
}

function isOpen({ state }: ImportRunResource): boolean {
  return state === 'waiting' || state === 'running'
}
