import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { RuleWatch } from '@/components/settings/rule-watch'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { can } from '@/lib/domain/actor'
import { createContext } from '@/lib/services/create-context'
import { readRuleFigures } from '@/lib/services/rule/figures'
import { listRules } from '@/lib/services/rule/list'
import { listSeenOtherwise } from '@/lib/services/rule/otherwise'
import { SettingsPage, titleOf } from '../../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('rules')

/** What one rule did. */
export default async function RulePage({ params }: { params: Promise<{ id: string }> }) {
  const language = await findPageLanguage()
  const [t, settings, glossary] = await Promise.all([
    readWords(language, 'rules'),
    readWords(language, 'settings'),
    readWords(language, 'glossary'),
  ])
  const { id } = await params
  const actor = await requirePageActor()
  const rule = can(actor, 'configure') ? (await listRules(createContext(actor))).find((one) => one.id === id) : null
  if (rule === undefined) notFound()
  return (
    <SettingsPage
      place="rules"
      room="rules"
      title={rule && <bdi>{rule.name}</bdi>}
      above={
        <Link href="/settings/rules" prefetch={false} className="text-accent hover:underline">
          {settings('nav.rules')}
        </Link>
      }
      description={
        rule && (
          <code dir="ltr" className="[overflow-wrap:anywhere]">
            {rule.condition}
          </code>
        )
      }
    >
      {async (ctx) => {
        const otherwise = await listSeenOtherwise(ctx, id)
        const figures = (await readRuleFigures(ctx)).find((one) => one.id === id)
        return rule && figures && <RuleWatch {...{ t, glossary, rule, figures, otherwise }} formats={makeFormats(language)} />
      }}
    </SettingsPage>
  )
}
