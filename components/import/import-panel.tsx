'use client'

import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ImportReport } from '@/lib/contracts/settings'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { FileDrop } from './file-drop'
import { Formats } from './formats'
import { ReportView } from './report-view'
import { sendFile } from './send-file'
import { countOf, importWords } from './words'

type Stage =
  | { kind: 'choose' }
  | { kind: 'busy'; file: File; isDryRun: boolean; report: ImportReport | null }
  | { kind: 'refused'; file: File; refusal: string; isDryRun: boolean }
  | { kind: 'read'; file: File; report: ImportReport }
  | { kind: 'done'; report: ImportReport }

/** Choose a file, see what would come in, import it. Nothing is written before the second step. */
export function ImportPanel() {
  const [stage, setStage] = useState<Stage>({ kind: 'choose' })
  const [articleId, setArticleId] = useState('')

  async function send(file: File, isDryRun: boolean, report: ImportReport | null = null): Promise<void> {
    setStage({ kind: 'busy', file, isDryRun, report })
    const read = await sendFile(file, { isDryRun, articleId })
    if (read.report === null) setStage({ kind: 'refused', file, refusal: read.refusal, isDryRun })
    else if (isDryRun) setStage({ kind: 'read', file, report: read.report })
    else setStage({ kind: 'done', report: read.report })
  }

  const startAgain = () => setStage({ kind: 'choose' })
  const idField = <ArticleId value={articleId} onChange={setArticleId} />
  return (
    <Frame stage={stage.kind}>
      {stage.kind === 'choose' && (
        <>
          <FileDrop onFile={(file) => void send(file, true)} />
          {idField}
          <Formats />
        </>
      )}
      {stage.kind === 'busy' && (
        <>
          <Busy file={stage.file} isDryRun={stage.isDryRun} />
          {stage.report && <ReportView report={stage.report} />}
        </>
      )}
      {stage.kind === 'refused' && (
        <>
          <Callout tone="error" title={<FileName file={stage.file} />}>
            {stage.refusal}
          </Callout>
          {idField}
          <div className="flex flex-wrap gap-2">
            <Button look="solid" onClick={startAgain}>
              Choose another file
            </Button>
            <Button onClick={() => void send(stage.file, stage.isDryRun)}>Try again</Button>
          </div>
        </>
      )}
      {stage.kind === 'read' && (
        <>
          <Decide stage={stage} onImport={() => void send(stage.file, false, stage.report)} onAgain={startAgain} />
          <ReportView report={stage.report} />
        </>
      )}
      {stage.kind === 'done' && <Done report={stage.report} onAgain={startAgain} />}
    </Frame>
  )
}

/** Takes the focus when a stage follows another, because the button that was pressed is gone. */
function Frame({ stage, children }: { stage: Stage['kind']; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const shown = useRef(stage)
  useEffect(() => {
    if (shown.current !== stage) frame.current?.focus({ preventScroll: true })
    shown.current = stage
  }, [stage])
  return (
    <div ref={frame} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      {children}
    </div>
  )
}

function FileName({ file }: { file: File }) {
  return <bdi className="[overflow-wrap:anywhere]">{file.name}</bdi>
}

function ArticleId({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Field
      label="Article id (optional)"
      hint="For comments that do not say which article they belong to, and for a page whose article is here under another id."
      className="max-w-md"
    >
      {(control) => <Input {...control} value={value} maxLength={200} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  )
}

function Busy({ file, isDryRun }: { file: File; isDryRun: boolean }) {
  return (
    <p role="status" className="flex items-center gap-2.5 rounded-lg border border-line bg-panel px-4 py-3">
      <LoaderCircle aria-hidden className="size-4 animate-spin text-ink-3 motion-reduce:animate-none" />
      <span>
        {isDryRun ? 'Reading' : 'Importing'} <FileName file={file} />…
      </span>
    </p>
  )
}

function Decide({ stage, onImport, onAgain }: { stage: { file: File; report: ImportReport }; onImport: () => void; onAgain: () => void }) {
  const words = importWords(stage.report)
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-line bg-panel px-4 py-3"
    >
      <p className="min-w-0">
        <span className="font-semibold">
          <FileName file={stage.file} />
        </span>
        <span className="block text-sm text-ink-3">
          {words === null ? 'Everything in this file is here already.' : 'This is what would come in. Nothing is written yet.'}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {words !== null && (
          <Button look="solid" onClick={onImport}>
            {words}
          </Button>
        )}
        <Button onClick={onAgain}>Choose another file</Button>
      </div>
    </div>
  )
}

function Done({ report, onAgain }: { report: ImportReport; onAgain: () => void }) {
  const { created, updated } = report.counts
  const [article] = report.articles
  return (
    <>
      <Callout tone="success" title={created + updated === 0 ? 'Imported' : `${countOf(created + updated, 'comment')} imported`}>
        Comments went through the same policy as those that arrive by API.
      </Callout>
      <div className="flex flex-wrap gap-2">
        {article?.id && (
          <>
            <Button asChild look="solid">
              <Link href={`/queue?queue=newest&article=${article.id}`}>Open them in the queue</Link>
            </Button>
            <Button asChild>
              <Link href={`/articles/${article.id}`}>See the article</Link>
            </Button>
          </>
        )}
        <Button onClick={onAgain}>Import another file</Button>
      </div>
      <ReportView report={report} />
    </>
  )
}
