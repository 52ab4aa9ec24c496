import type { Metadata } from 'next'
import { SiteForm } from '@/components/settings/site-form'
import { SiteList } from '@/components/settings/site-list'
import { listSites } from '@/lib/services/site/list'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { SettingsPage } from './settings-page'

export const metadata: Metadata = { title: 'Settings' }

export default function SiteSettingsPage() {
  return (
    <SettingsPage title="Site and policy" description="What the site is called, what waits for a person, and what is suggested.">
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
