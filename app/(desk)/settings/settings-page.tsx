import { Lock } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SettingsNav, type Place } from '@/components/settings/settings-nav'
import { Button } from '@/components/ui/button'
import { PageFrame } from '@/components/ui/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { PageWords, readWords } from '@/components/words/page-words'
import type { Room, Words } from '@/components/words/rooms'
import { requirePageActor, type UserActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { can, type Permission } from '@/lib/domain/actor'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'

interface SettingsPageProps {
  /** Which of the settings it is: the page is called as it is in the navigation. */
  place: Place
  /** The words of what stands on the page. */
  room: Room
  /** Another title than the place's name. */
  title?: ReactNode
  /** Where this page stands, if not right beneath the settings. */
  above?: ReactNode
  description: ReactNode
  /** What one must be allowed to do to see the page. */
  needs?: Permission
  /** What stands on the page, for somebody who may see it. The services it calls check that again. */
  children: (ctx: Context & { actor: UserActor }) => ReactNode | Promise<ReactNode>
}

/** What the browser calls a page of the settings. */
export async function titleOf(place: Place): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'settings'))(`nav.${place}`) }
}

/** The frame of every settings page: for administrators (or whom it is for) the page, for everybody else what to do instead. */
export async function SettingsPage({ place, room, title, above, description, needs = 'configure', children }: SettingsPageProps) {
  const actor = await requirePageActor()
  const language = await findPageLanguage()
  const t = await readWords(language, 'settings')
  if (!can(actor, needs)) return <NotForYou t={t} />
  return (
    <PageWords language={language} rooms={['settings', room]}>
      <PageFrame holds="column" className="grid content-start gap-x-8 gap-y-4 md:grid-cols-[11rem_minmax(0,1fr)]">
        {can(actor, 'configure') ? <SettingsNav /> : <span className="max-md:hidden" />}
        <div className="min-w-0">
          <PageHeader title={title ?? t(`nav.${place}`)} above={above} description={description} />
          {await children({ ...createContext(actor), actor })}
        </div>
      </PageFrame>
    </PageWords>
  )
}

function NotForYou({ t }: { t: Words<'settings'> }) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-6 py-20 text-center">
      <span className="mb-3 grid size-11 place-items-center rounded-full bg-sunk text-ink-2">
        <Lock aria-hidden className="size-5" />
      </span>
      <h1 className="text-lg font-[640]">{t('notYours.title')}</h1>
      <p className="mt-1 mb-4 text-ink-2">{t('notYours.why')}</p>
      <Button asChild>
        <Link href="/queue">{t('notYours.next')}</Link>
      </Button>
    </div>
  )
}
