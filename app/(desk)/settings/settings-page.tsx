import { Lock } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SettingsNav } from '@/components/settings/settings-nav'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requirePageActor, type UserActor } from '@/lib/auth/page-actor'
import { can, type Permission } from '@/lib/domain/actor'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'

interface SettingsPageProps {
  title: ReactNode
  description: ReactNode
  /** What one must be allowed to do to see the page. */
  needs?: Permission
  /** What stands on the page, for somebody who may see it. The services it calls check that again. */
  children: (ctx: Context & { actor: UserActor }) => ReactNode | Promise<ReactNode>
}

/** The frame of every settings page: for administrators (or whom it is for) the page, for everybody else what to do instead. */
export async function SettingsPage({ title, description, needs = 'configure', children }: SettingsPageProps) {
  const actor = await requirePageActor()
  if (!can(actor, needs)) return <NotForYou />
  return (
    <div className="mx-auto grid max-w-5xl gap-x-8 gap-y-4 px-4 py-5 md:grid-cols-[11rem_minmax(0,1fr)] md:py-7">
      {can(actor, 'configure') ? <SettingsNav /> : <span className="max-md:hidden" />}
      <div className="min-w-0">
        <PageHeader title={title} description={description} />
        {await children({ ...createContext(actor), actor })}
      </div>
    </div>
  )
}

function NotForYou() {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-6 py-20 text-center">
      <span className="mb-3 grid size-11 place-items-center rounded-full bg-sunk text-ink-2">
        <Lock aria-hidden className="size-5" />
      </span>
      <h1 className="text-lg font-[640]">Settings are for administrators</h1>
      <p className="mt-1 mb-4 text-ink-2">The rest of the desk is open to you. Ask an administrator if something here should change.</p>
      <Button asChild>
        <Link href="/queue">To the queue</Link>
      </Button>
    </div>
  )
}
