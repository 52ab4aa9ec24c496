import type { Metadata } from 'next'
import Link from 'next/link'
import { AgreementView } from '@/components/second-look/agreement-view'
import { DisagreementList } from '@/components/second-look/disagreement-list'
import { ChoiceLink } from '@/components/ui/choice-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageFrame } from '@/components/ui/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { makeFormats } from '@/components/words/formats'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { AGREEMENT_DAYS, AgreementQuery } from '@/lib/contracts/second-look'
import { can } from '@/lib/domain/actor'
import { createContext } from '@/lib/services/create-context'
import { readAgreement } from '@/lib/services/second-look/agreement'
import { listDisagreements } from '@/lib/services/second-look/disagreements'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'second-look'))('agreement.title') }
}

export default async function AgreementPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = createContext(await requirePageActor())
  const language = await findPageLanguage()
  const t = await readWords(language, 'second-look')
  if (!can(ctx.actor, 'lead'))
    return (
      <EmptyState kind="nothing-yet" title={t('notLead.title')}>
        {t('notLead.why')}
      </EmptyState>
    )
  // An address somebody mistyped shows the usual days.
  const { days } = AgreementQuery.safeParse(await searchParams).data ?? AgreementQuery.parse({})
  const [agreement, { disagreements, hasMore }] = await Promise.all([readAgreement(ctx, { days }), listDisagreements(ctx)])
  return (
    <PageFrame holds="column">
      <PageHeader title={t('agreement.title')} above={<Link href="/second-looks">{t('title')}</Link>} description={t('agreement.about')}>
        <nav aria-label={t('days')} className="flex flex-wrap gap-1">
          {AGREEMENT_DAYS.map((one) => (
            <ChoiceLink key={one} href={`/second-looks/agreement?days=${one}`} isChosen={one === days}>
              {t(`days.${one}`)}
            </ChoiceLink>
          ))}
        </nav>
      </PageHeader>
      <div className="flex flex-col gap-6">
        <AgreementView t={t} formats={makeFormats(language)} agreement={agreement} />
        <PageWords language={language} rooms={['second-look']}>
          <DisagreementList disagreements={disagreements} hasMore={hasMore} />
        </PageWords>
      </div>
    </PageFrame>
  )
}
