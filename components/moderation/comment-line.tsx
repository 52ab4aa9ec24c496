'use client'

import Link from 'next/link'
import type { QueueRow } from '@/lib/contracts/queue'
import { useWords } from '../words/words-context'
import { CommentText } from './comment-text'
import { useLeftEntry } from './decision/left-desk'
import { mergeRow } from './queue/desk-row'
import { SignalBadges, StatusBadge } from './status-badge'
import type { TextSpan } from './split-text'
import { TimeAgo } from './time-ago'
import { VoiceName } from './voice-name'

interface CommentLineProps {
  row: QueueRow
  /** What a search found in its text, which is shown in place of how it begins. */
  found?: { text: string; spans: readonly TextSpan[] }
  hasAuthor?: boolean
}

/** A comment in a list outside the desk: who, under what, its text, how it stands, and the way to it. */
export function CommentLine({ row: listed, found, hasAuthor = true }: CommentLineProps) {
  const t = useWords('glossary')
  const { row } = mergeRow(listed, useLeftEntry(listed.id))
  return (
    <li className="px-4 py-3">
      <p className="flex items-baseline gap-x-2 text-sm text-ink-3">
        {hasAuthor && row.commenter !== null && (
          <Link
            href={`/commenters/${row.commenter.id}`}
            prefetch={false}
            className="inline-flex min-h-6 max-w-[45%] shrink-0 items-center pointer-coarse:-my-2.5 pointer-coarse:min-h-11 font-[580] text-ink underline-offset-2 hover:underline"
          >
            <VoiceName name={row.commenter.name} className="truncate" />
          </Link>
        )}
        {hasAuthor && row.commenter === null && <span className="shrink-0 italic">{t('unknownAuthor')}</span>}
        <Link
          href={`/articles/${row.article.id}`}
          prefetch={false}
          className="inline-flex min-h-6 min-w-0 items-center pointer-coarse:-my-2.5 pointer-coarse:min-h-11 text-ink-2 underline-offset-2 hover:underline"
        >
          <bdi className="truncate">{row.article.title}</bdi>
        </Link>
        <TimeAgo at={row.postedAt ?? row.receivedAt} className="ms-auto shrink-0 ps-1" />
      </p>
      <CommentText
        text={found?.text ?? row.body}
        lines={3}
        {...(found ? { spans: found.spans, spanWord: t('text.found'), tone: 'amber' as const } : {})}
        className="mt-1"
      />
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        <StatusBadge status={row.state.status} />
        <SignalBadges state={row.state} />
        <Link
          href={`/queue?queue=newest&comment=${row.id}`}
          prefetch={false}
          className="ms-auto inline-flex min-h-6 items-center pointer-coarse:-my-1 pointer-coarse:min-h-11 text-sm text-accent underline-offset-2 hover:underline"
        >
          {t('line.open')}
        </Link>
      </div>
    </li>
  )
}
