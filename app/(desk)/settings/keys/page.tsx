import type { Metadata } from 'next'
import Link from 'next/link'
import { KeyList } from '@/components/settings/key-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listApiKeys } from '@/lib/services/api-key/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('keys')

export default async function ApiKeysPage() {
  const t = await readWords(await findPageLanguage(), 'keys')
  return (
    <SettingsPage
      place="keys"
      room="keys"
      description={t.parts('about', {
        link: (
          <Link key="link" href="/api-reference" className="text-accent underline underline-offset-2">
            {t('aboutLink')}
          </Link>
        ),
      })}
    >
      {async (ctx) => <KeyList keys={await listApiKeys(ctx)} />}
    </SettingsPage>
  )
}
