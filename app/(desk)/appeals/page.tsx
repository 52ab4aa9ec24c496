import type { Metadata } from 'next'
import { AnsweredView } from '@/components/appeals/answered-view'
import { AppealDesk } from '@/components/appeals/appeal-desk'
import { PageWords, readWords } from '@/components/words/page-words'
import { requirePageActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { AppealQuery } from '@/lib/contracts/appeal'
import { listAppeals } from '@/lib/services/appeal/list'
import { createContext } from '@/lib/services/create-context'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'appeals'))('title') }
}

export default async function AppealsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requirePageActor()
  const ctx = createContext(actor)
  // An address somebody mistyped shows what is open.
  const query = AppealQuery.safeParse(await searchParams).data ?? AppealQuery.parse({})
  const page = await listAppeals(ctx, query.state === 'open' ? {} : query)
  const hasAny = page.appeals.length > 0 || (await listAppeals(ctx, { state: 'answered', limit: 1 })).appeals.length > 0
  return (
    <PageWords language={await findPageLanguage()} rooms={['appeals', 'deciding', 'context', 'queue']}>
      {query.state === 'open' ? (
        <AppealDesk viewer={{ id: actor.id, name: actor.name, role: actor.role }} page={page} hasAny={hasAny} />
      ) : (
        <AnsweredView query={query} page={page} />
      )}
    </PageWords>
  )
}
