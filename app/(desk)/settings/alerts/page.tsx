import type { Metadata } from 'next'
import { AlertLinesForm } from '@/components/settings/alert-lines-form'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { readAlertLines } from '@/lib/services/alert/lines'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('alerts')

export default async function AlertsPage() {
  const t = await readWords(await findPageLanguage(), 'alerts')
  return (
    <SettingsPage place="alerts" room="alerts" description={t('about')}>
      {async (ctx) => <AlertLinesForm settings={await readAlertLines(ctx)} />}
    </SettingsPage>
  )
}
