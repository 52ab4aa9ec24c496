import type { Metadata } from 'next'
import Link from 'next/link'
import { KeyList } from '@/components/settings/key-list'
import { listApiKeys } from '@/lib/services/api-key/list'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'API keys' }

export default function ApiKeysPage() {
  return (
    <SettingsPage
      title="API keys"
      description={
        <>
          By these your own systems reach this site through the API.{' '}
          <Link href="/api-reference" className="text-accent underline underline-offset-2">
            How it works
          </Link>
        </>
      }
    >
      {async (ctx) => <KeyList keys={await listApiKeys(ctx)} />}
    </SettingsPage>
  )
}
