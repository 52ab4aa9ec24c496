import type { Metadata } from 'next'
import { SiteForm } from '@/components/settings/site-form'
import { SiteList } from '@/components/settings/site-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listSites } from '@/lib/services/site/list'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { SettingsPage, titleOf } from './settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('site')

export default async function SiteSettingsPage() {
  const t = await readWords(await findPageLanguage(), 'site')
  return (
    <SettingsPage place="site" room="site" description={t('about')}>
      {async (ctx) => {
        const [settings, sites] = await Promise.all([readSiteSettings(ctx), listSites(ctx)])
        return (
          <div className="flex flex-col gap-6">
            <SiteForm settings={settings} />
            <SiteList sites={sites} currentId={ctx.actor.siteId} />
          </div>
        )
      }}
    </SettingsPage>
  )
}
