import type { Metadata } from 'next'
import { LookDesk } from '@/components/second-look/look-desk'
import { EmptyState } from '@/components/ui/empty-state'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { can } from '@/lib/domain/actor'
import { createContext } from '@/lib/services/create-context'
import { findLook } from '@/lib/services/second-look/next'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'second-look'))('title') }
}

export default async function SecondLooksPage() {
  const ctx = createContext(await requirePageActor())
  const language = await findPageLanguage()
  const t = await readWords(language, 'second-look')
  if (!can(ctx.actor, 'decide'))
    return (
      <EmptyState kind="nothing-yet" title={t('notYours.title')}>
        {t('notYours.why')}
      </EmptyState>
    )
  return (
    <PageWords language={language} rooms={['second-look', 'deciding']}>
      <LookDesk start={await findLook(ctx, {})} isLead={can(ctx.actor, 'lead')} />
    </PageWords>
  )
}
