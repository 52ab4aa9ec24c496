import type { Metadata } from 'next'
import { CoralPhases } from '@/components/settings/coral-phases'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listCoralPhases } from '@/lib/services/coral/manage'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('coral')

export default async function CoralPage() {
  const t = await readWords(await findPageLanguage(), 'coral')
  return (
    <SettingsPage place="coral" room="coral" description={t('about')}>
      {async (ctx) => <CoralPhases phases={await listCoralPhases(ctx)} />}
    </SettingsPage>
  )
}
