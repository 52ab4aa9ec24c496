import type { Metadata } from 'next'
import Link from 'next/link'
import { WebhookList } from '@/components/settings/webhook-list'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listWebhooks } from '@/lib/services/webhook/manage'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('webhooks')

export default async function WebhooksPage() {
  const language = await findPageLanguage()
  const t = await readWords(language, 'webhooks')
  return (
    <SettingsPage
      place="webhooks"
      room="webhooks"
      description={t.parts('about', {
        link: (
          <Link key="link" href="/api-reference" className="text-accent underline underline-offset-2">
            {t('aboutLink')}
          </Link>
        ),
      })}
    >
      {async (ctx) => (
        <PageWords language={language} rooms={['decisions']}>
          <WebhookList webhooks={await listWebhooks(ctx)} />
        </PageWords>
      )}
    </SettingsPage>
  )
}
