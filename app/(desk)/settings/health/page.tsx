import type { Metadata } from 'next'
import { HealthView } from '@/components/settings/health-view'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { readHealth } from '@/lib/services/health/read'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('health')

export default async function HealthPage() {
  const t = await readWords(await findPageLanguage(), 'health')
  return (
    <SettingsPage place="health" room="health" description={t('about')}>
      {async (ctx) => <HealthView health={await readHealth(ctx)} />}
    </SettingsPage>
  )
}
