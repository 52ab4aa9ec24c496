import type { Metadata } from 'next'
import { ShareForm } from '@/components/second-look/share-form'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listRules } from '@/lib/services/rule/list'
import { readCheckShare } from '@/lib/services/second-look/check-share'
import { readLookShare } from '@/lib/services/second-look/share'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('second-looks')

export default async function LookSharePage() {
  const t = await readWords(await findPageLanguage(), 'second-look')
  return (
    <SettingsPage place="second-looks" room="second-look" description={t('setting.about')}>
      {async (ctx) => {
        const [looks, checks, rules] = await Promise.all([readLookShare(ctx), readCheckShare(ctx), listRules(ctx)])
        return (
          <div className="flex flex-col gap-4">
            <ShareForm of="decisions" {...looks} />
            {rules.length > 0 && <ShareForm of="rules" {...checks} />}
          </div>
        )
      }}
    </SettingsPage>
  )
}
