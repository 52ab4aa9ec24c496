import type { Metadata } from 'next'
import { AddReasonForm } from '@/components/settings/add-reason-form'
import { ReasonList } from '@/components/settings/reason-list'
import { Section } from '@/components/settings/section'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listOwnReasons } from '@/lib/services/own-reason/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('reasons')

export default async function ReasonsPage() {
  const t = await readWords(await findPageLanguage(), 'reasons')
  return (
    <SettingsPage place="reasons" room="reasons" description={t('about')}>
      {async (ctx) => (
        <div className="flex flex-col gap-6">
          <ReasonList reasons={await listOwnReasons(ctx)} />
          <Section title={t('addTitle')}>
            <AddReasonForm />
          </Section>
        </div>
      )}
    </SettingsPage>
  )
}
