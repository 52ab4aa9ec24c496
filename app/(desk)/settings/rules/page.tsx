import type { Metadata } from 'next'
import { RuleList } from '@/components/settings/rule-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listRules } from '@/lib/services/rule/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('rules')

export default async function RulesPage() {
  const t = await readWords(await findPageLanguage(), 'rules')
  return (
    <SettingsPage place="rules" room="rules" description={t('about')}>
      {async (ctx) => <RuleList rules={await listRules(ctx)} />}
    </SettingsPage>
  )
}
