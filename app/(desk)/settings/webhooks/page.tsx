import type { Metadata } from 'next'
import Link from 'next/link'
import { WebhookList } from '@/components/settings/webhook-list'
import { listWebhooks } from '@/lib/services/webhook/manage'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Webhooks' }

export default function WebhooksPage() {
  return (
    <SettingsPage
      title="Webhooks"
      description={
        <>
          Parley calls these addresses with every decision, signed, until each has arrived. Or read the{' '}
          <Link href="/api-reference" className="text-accent underline underline-offset-2">
            decision feed
          </Link>{' '}
          yourself.
        </>
      }
    >
      {async (ctx) => <WebhookList webhooks={await listWebhooks(ctx)} />}
    </SettingsPage>
  )
}
