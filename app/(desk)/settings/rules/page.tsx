import type { Metadata } from 'next'
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server'
import { RuleList } from '@/components/settings/rule-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { readRuleFigures } from '@/lib/services/rule/figures'
import { listRules } from '@/lib/services/rule/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('rules')

/** `condition`: of a search that somebody makes a rule of. */
const loadAddress = createLoader({ condition: parseAsString.withDefault('') })

export default async function RulesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await readWords(await findPageLanguage(), 'rules')
  const { condition } = await loadAddress(searchParams)
  return (
    <SettingsPage place="rules" room="rules" description={t('about')}>
      {async (ctx) => {
        const [rules, figures] = await Promise.all([listRules(ctx), readRuleFigures(ctx)])
        return <RuleList rules={rules} figures={figures} draft={condition.slice(0, 400)} />
      }}
    </SettingsPage>
  )
}
