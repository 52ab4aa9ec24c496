import type { Metadata } from 'next'
import { FairnessView } from '@/components/fairness/fairness-view'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { readFairness } from '@/lib/services/fairness/read'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('fairness')

export default async function FairnessPage() {
  const t = await readWords(await findPageLanguage(), 'fairness')
  return (
    <SettingsPage place="fairness" room="fairness" needs="decide" description={t('about')}>
      {async (ctx) => <FairnessView readings={await readFairness(ctx)} />}
    </SettingsPage>
  )
}
