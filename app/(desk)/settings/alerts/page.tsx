import type { Metadata } from 'next'
import { AlertLinesForm } from '@/components/settings/alert-lines-form'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { readAlertLines } from '@/lib/services/alert/lines'
import { SettingsPage } from '../settings-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'alerts'))('title') }
}

export default async function AlertsPage() {
  const t = await readWords(await findPageLanguage(), 'alerts')
  return (
    <SettingsPage title={t('title')} description={t('description')}>
      {async (ctx) => <AlertLinesForm settings={await readAlertLines(ctx)} />}
    </SettingsPage>
  )
}
