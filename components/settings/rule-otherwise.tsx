import Link from 'next/link'
import type { RuleOtherwise, RuleOtherwiseList } from '@/lib/contracts/rule'
import { CommentText } from '../moderation/comment-text'
import { TextCover } from '../moderation/harsh-cover'
import { Badge } from '../ui/badge'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import type { Words } from '../words/rooms'

/** What people saw otherwise than a rule, the newest first. */
export function OtherwiseList({ t, list: { comments, hasMore } }: { t: Words<'rules'>; list: RuleOtherwiseList }) {
  if (comments.length === 0) return <EmptyState kind="all-done" title={t('otherwise.none')} />
  return (
    <>
      <ul aria-label={t('trial.otherwise')}>
        {comments.map((one) => (
          <SeenOtherwise key={`${one.id} ${one.at}`} t={t} one={one} by={t('otherwise.people')} made={t(`made.${one.made}`)} />
        ))}
      </ul>
      {hasMore && <p className="mt-3 text-sm text-ink-3">{t('otherwise.cut', { count: comments.length })}</p>}
    </>
  )
}

interface SeenOtherwiseProps {
  t: Words<'rules'>
  one: Omit<RuleOtherwise, 'made'>
  /** Who saw it otherwise, and what they made of it. */
  by: string
  made: string
}

/** One comment with what the rule did, and what somebody made of it. */
export function SeenOtherwise({ t, one: { id, excerpt, articleTitle, did, isHarsh, at }, by, made }: SeenOtherwiseProps) {
  return (
    <li className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <TextCover id={id} isHarsh={isHarsh}>
        <CommentText text={excerpt} lines={3} />
      </TextCover>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
        <Badge>{t(`did.${did}`)}</Badge>
        <span>{by}</span>
        <Badge>{made}</Badge>
        <LocalTime at={at} />
        <Link href={`/queue?queue=newest&comment=${id}`} prefetch={false} className="text-accent hover:underline">
          <bdi>{articleTitle}</bdi>
        </Link>
      </p>
    </li>
  )
}
