import type { Metadata } from 'next'
import { PeopleList } from '@/components/settings/people-list'
import { listUsers } from '@/lib/services/user/list'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'People' }

export default function PeoplePage() {
  return (
    <SettingsPage title="People" description="Who signs in at this desk. They work on all of its sites.">
      {async (ctx) => <PeopleList people={await listUsers(ctx)} viewerId={ctx.actor.id} />}
    </SettingsPage>
  )
}
