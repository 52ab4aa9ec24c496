import type { Metadata } from 'next'
import { FairnessView } from '@/components/fairness/fairness-view'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { readFairness } from '@/lib/services/fairness/read'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('fairness')

export default async function FairnessPage() {
  const language = await findPageLanguage()
  const t = await readWords(language, 'fairness')
  return (
    <SettingsPage place="fairness" room="fairness" needs="decide" description={t('about')}>
      {async (ctx) => <FairnessView t={t} formats={makeFormats(language)} readings={await readFairness(ctx)} />}
    </SettingsPage>
  )
}
