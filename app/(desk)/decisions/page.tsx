import type { Metadata } from 'next'
import { DecisionLog } from '@/components/decisions/decision-log'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { DecisionLogQuery } from '@/lib/contracts/decision-log'
import { createContext } from '@/lib/services/create-context'
import { listFoldedLog } from '@/lib/services/decision/list'
import { listDeciders } from '@/lib/services/teamwork/assign'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'decisions'))('title') }
}

export default async function DecisionsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requirePageActor()
  const ctx = createContext(actor)
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''))
  // An address somebody mistyped shows the whole log.
  const query = DecisionLogQuery.safeParse(given).data ?? DecisionLogQuery.parse({})
  const [page, people] = await Promise.all([listFoldedLog(ctx, query), listDeciders(ctx)])
  return (
    <PageWords language={await findPageLanguage()} rooms={['decisions', 'deciding']}>
      <DecisionLog
        viewer={{ id: actor.id, name: actor.name, role: actor.role }}
        query={query}
        page={page}
        people={people}
        now={ctx.now().toISOString()}
      />
    </PageWords>
  )
}
