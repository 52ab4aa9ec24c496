import type { Metadata } from 'next'
import { PeopleList } from '@/components/settings/people-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listUsers } from '@/lib/services/user/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('people')

export default async function PeoplePage() {
  const t = await readWords(await findPageLanguage(), 'people')
  return (
    <SettingsPage place="people" room="people" description={t('about')}>
      {async (ctx) => <PeopleList people={await listUsers(ctx)} viewerId={ctx.actor.id} />}
    </SettingsPage>
  )
}
