'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { CommenterPage } from '@/lib/contracts/commenter'
import { BatchDialog } from '../moderation/decision/batch-dialog'
import { CommentLine } from '../moderation/comment-line'
import { CommentText } from '../moderation/comment-text'
import { sendDesk } from '../moderation/desk-api'
import { wordError } from '../moderation/failure-words'
import { useFormats, useWords } from '../words/words-context'
import { NowProvider } from '../moderation/now'
import { TimeAgo } from '../moderation/time-ago'
import { useNoteDraft } from '../moderation/use-note-draft'
import type { Viewer } from '../moderation/viewer'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { fieldClasses } from '../ui/input'
import { LocalTime } from '../ui/local-time'
import { PageFrame } from '../ui/page-frame'
import { PageHeader } from '../ui/page-header'
import { sendOnEnter } from '../ui/send-on-enter'
import { useBusy } from '../ui/use-busy'
import { HoldButton, HoldCallout } from './commenter-hold'
import { CommenterMonths } from './commenter-months'
import { CommenterPrivacy } from './commenter-privacy'
import { VoiceName } from '../moderation/voice-name'

/** Who somebody is on this site: what became of what they wrote, and what colleagues noted. */
export function CommenterView({ page, viewer }: { page: CommenterPage; viewer: Viewer }) {
  const { record, months, latest, notes } = page
  const router = useRouter()
  const t = useWords('commenter')
  const glossary = useWords('glossary')
  const [isDeciding, setDeciding] = useState(false)
  const [isFresh, setFresh] = useState(false)
  const canDecide = viewer.role !== 'editor'
  function refresh(): void {
    setFresh(true)
    router.refresh()
  }
  return (
    <NowProvider serverNow={latest.now}>
      <PageFrame holds="page" className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <PageHeader
            above={t('title')}
            title={<VoiceName name={record.name} />}
            description={t.parts('since', { day: <LocalTime key="day" at={record.since} look="day" /> })}
          >
            <Button asChild>
              <Link href={`/queue?queue=newest&commenter=${record.id}`}>{glossary('line.open')}</Link>
            </Button>
            <Button asChild>
              <Link href={`/decisions?commenter=${record.id}`}>{t('decided')}</Link>
            </Button>
            {canDecide && <Button onClick={() => setDeciding(true)}>{t('decideAll')}</Button>}
            {canDecide && record.hold === null && <HoldButton commenterId={record.id} isFresh={isFresh} onDone={refresh} />}
          </PageHeader>
          {record.hold !== null && (
            <HoldCallout commenterId={record.id} hold={record.hold} canEnd={canDecide} isFresh={isFresh} onDone={refresh} />
          )}
          <RecordFigures record={record} />
          <CommenterMonths months={months} />
          <h2 className="mt-6 mb-2 text-md font-[620]">{t('latest')}</h2>
          {latest.rows.length === 0 ? (
            <EmptyState kind="nothing-yet" title={t('none')} />
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line bg-panel">
              {latest.rows.map((row) => (
                <CommentLine key={row.id} row={row} hasAuthor={false} />
              ))}
            </ul>
          )}
          {viewer.role === 'admin' && <CommenterPrivacy commenterId={record.id} />}
        </div>
        <Notes key={record.id} notes={notes} commenterId={record.id} canWrite={canDecide} />
      </PageFrame>
      {isDeciding && (
        <BatchDialog
          what={t('everything', { name: record.name })}
          of={{ kind: 'commenter', commenterId: record.id }}
          onDone={() => router.refresh()}
          onClose={() => setDeciding(false)}
        />
      )}
    </NowProvider>
  )
}

/** What became of what they wrote, in figures. */
function RecordFigures({ record }: { record: CommenterPage['record'] }) {
  const context = useWords('context')
  const formats = useFormats()
  const figures: [number, string][] = [
    [record.comments, context('record.comments')],
    [record.approved, context('record.approved')],
    [record.rejected, context('record.rejected')],
    [record.uncivil, context('record.uncivil')],
    [record.offTopic, context('record.offTopic')],
    [record.lastWeek, context('record.lastWeek')],
  ]
  return (
    <div className="@container">
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line @xs:grid-cols-3 @2xl:grid-cols-6">
        {figures.map(([figure, word]) => (
          <div key={word} className="flex flex-col-reverse justify-end bg-panel px-3 py-2.5">
            <dt className="text-sm [overflow-wrap:anywhere] text-ink-2">{word}</dt>
            <dd data-figures className="text-xl font-[640]">
              {formats.number(figure)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Notes({ notes, commenterId, canWrite }: { notes: CommenterPage['notes']; commenterId: string; canWrite: boolean }) {
  const router = useRouter()
  const t = useWords('commenter')
  const context = useWords('context')
  const shell = useWords('shell')
  const [text, write] = useNoteDraft(commenterId)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  async function add(): Promise<void> {
    try {
      await sendDesk('POST', 'notes', { about: { commenterId }, text })
      write('')
      setRefusal(null)
      router.refresh()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <aside aria-label={context('notes.title')} className="min-w-0">
      <h2 className="mb-2 text-md font-[620]">{context('notes.title')}</h2>
      {notes.length === 0 && <p className="text-ink-3">{t('notesNone')}</p>}
      <ul className="flex flex-col gap-3">
        {notes.map((note) => (
          <li key={note.id} className="text-sm">
            <span className="flex items-baseline gap-1.5">
              <bdi className="font-[580]">{note.by}</bdi>
              <TimeAgo at={note.at} className="ms-auto text-ink-3" />
            </span>
            <CommentText text={note.text} className="text-ink-2" />
          </li>
        ))}
      </ul>
      {canWrite && (
        <form
          className="mt-3 flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '') run(add)
          }}
        >
          <textarea
            aria-label={context('notes.label')}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={sendOnEnter}
            className={`${fieldClasses} py-1.5`}
          />
          {refusal !== null && <p className="text-sm text-rose">{refusal}</p>}
          <Button type="submit" className="self-end" disabled={text.trim() === ''} aria-disabled={isBusy}>
            {t('addNote')}
          </Button>
        </form>
      )}
    </aside>
  )
}
