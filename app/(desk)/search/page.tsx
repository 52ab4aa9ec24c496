import type { Metadata } from 'next'
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server'
import { SearchView } from '@/components/search/search-view'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { can } from '@/lib/domain/actor'
import { isCondition } from '@/lib/domain/rules/rule'
import { isUnderstood } from '@/lib/domain/search/parse'
import { createContext } from '@/lib/services/create-context'
import { countFound } from '@/lib/services/queue/count-found'
import { listQueue } from '@/lib/services/queue/list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'search'))('title') }
}

const loadAddress = createLoader({ q: parseAsString.withDefault(''), cursor: parseAsString })

export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePageActor()
  const ctx = createContext(actor)
  const { q, cursor } = await loadAddress(searchParams)
  const isAsked = q.trim() !== '' && isUnderstood(q)
  const page = isAsked ? await listQueue(ctx, { queue: 'newest', q, ...(cursor === null ? {} : { cursor }) }) : null
  // What was found is shown without waiting for how much it is.
  const found = page === null || page.rows.length === 0 ? null : countFound(ctx, q)
  // Where nothing has arrived, no other words would find more.
  const isBare = page?.rows.length === 0 && (await listQueue(ctx, { queue: 'newest', limit: 1 })).rows.length === 0
  return (
    <PageWords language={await findPageLanguage()} rooms={['search']}>
      <SearchView
        q={q}
        page={page}
        isBare={isBare}
        found={found}
        isFirst={cursor === null}
        canDecide={can(actor, 'decide')}
        canMakeRule={can(actor, 'configure') && isCondition(q)}
      />
    </PageWords>
  )
}
