import type { Metadata } from 'next'
import { createLoader, type SearchParams } from 'nuqs/server'
import { toFilter } from '@/components/moderation/desk-api'
import { PageWords, readWords } from '@/components/words/page-words'
import { DESK_ADDRESS } from '@/components/moderation/queue/desk-filters'
import { QueueDesk } from '@/components/moderation/queue/served-desk'
import type { CommentContext } from '@/lib/contracts/queue'
import { DomainError } from '@/lib/domain/errors'
import { requirePageActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { isUnderstood } from '@/lib/domain/search/parse'
import { listArticleOptions, listSections, listWrittenLanguages } from '@/lib/services/article/options'
import { getCommentContext } from '@/lib/services/comment/context'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'
import { countQueues } from '@/lib/services/queue/count'
import { readPosition } from '@/lib/services/live/position'
import { listQueue } from '@/lib/services/queue/list'
import { listDeciders } from '@/lib/services/teamwork/assign'
import { listSavedViews } from '@/lib/services/teamwork/views'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'queue'))('title') }
}

const loadAddress = createLoader(DESK_ADDRESS)
const PAGE_SIZE = 50

export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePageActor()
  const ctx = createContext(actor)
  const { queue, article, commenter, status, q, sort, comment } = await loadAddress(searchParams)
  const filters = { queue, article, commenter, status, q: isUnderstood(q) ? q : '', sort }
  const filter = toFilter(filters)
  const position = await readPosition(ctx)
  const [page, counts, articles, sections, languages, views, people] = await Promise.all([
    listQueue(ctx, { queue, ...filter, ...(sort === null ? {} : { sort }), limit: PAGE_SIZE }),
    countQueues(ctx, filter),
    listArticleOptions(ctx),
    listSections(ctx),
    listWrittenLanguages(ctx),
    listSavedViews(ctx),
    listDeciders(ctx),
  ])
  const current = comment ?? page.rows[0]?.id
  const context = current === undefined ? null : await findContext(ctx, current)
  return (
    <PageWords language={await findPageLanguage()} rooms={['queue', 'deciding', 'context']}>
      <QueueDesk
        viewer={{ id: actor.id, name: actor.name, role: actor.role }}
        start={{ filters, page, counts, articles, sections, languages, views, people, context, position }}
      />
    </PageWords>
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
