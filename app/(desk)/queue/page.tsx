import type { Metadata } from 'next'
import { createLoader, type SearchParams } from 'nuqs/server'
import { DESK_ADDRESS } from '@/components/moderation/desk-filters'
import { QueueDesk } from '@/components/moderation/queue-desk'
import type { CommentContext } from '@/lib/contracts/queue'
import { DomainError } from '@/lib/domain/errors'
import { requirePageActor } from '@/lib/auth/page-actor'
import { listArticleOptions } from '@/lib/services/article/options'
import { getCommentContext } from '@/lib/services/comment/context'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'
import { countQueues } from '@/lib/services/queue/count'
import { listQueue } from '@/lib/services/queue/list'

export const metadata: Metadata = { title: 'Queue' }

const loadAddress = createLoader(DESK_ADDRESS)
const PAGE_SIZE = 50

export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePageActor()
  const ctx = createContext(actor)
  const { queue, article, status, comment } = await loadAddress(searchParams)
  const filter = { ...(article === null ? {} : { article }), status }
  const [page, counts, articles] = await Promise.all([
    listQueue(ctx, { queue, ...filter, limit: PAGE_SIZE }),
    countQueues(ctx, filter),
    listArticleOptions(ctx),
  ])
  const current = comment ?? page.rows[0]?.id
  const context = current === undefined ? null : await findContext(ctx, current)
  return (
    <QueueDesk
      viewer={{ id: actor.id, name: actor.name, role: actor.role }}
      start={{ filters: { queue, article, status }, page, counts, articles, context }}
    />
  )
}

/** A link may name a comment that is gone; the queue is drawn all the same. */
async function findContext(ctx: Context, id: string): Promise<CommentContext | null> {
  try {
    return await getCommentContext(ctx, id)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return null
    throw error
  }
}
