import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { LookIcon } from '@/components/moderation/frame/look-icon'
import { DeskFrame } from '@/components/moderation/frame/served-frame'
import { EARLY_INPUT_SCRIPT } from '@/components/ui/early-input'
import { PageWords } from '@/components/words/page-words'
import { requirePageActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { can } from '@/lib/domain/actor'
import { countOpenAppeals } from '@/lib/services/appeal/list'
import { createContext } from '@/lib/services/create-context'
import { listReasonsToChoose } from '@/lib/services/own-reason/list'
import { countLooks } from '@/lib/services/second-look/next'
import { getPreferences } from '@/lib/services/user/preferences'

/** The shell of everything behind the sign-in. It keeps nobody out by itself: every service checks the actor again. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor()
  const ctx = createContext(actor)
  const [preferences, ownReasons, openAppeals, looks, language] = await Promise.all([
    getPreferences(ctx),
    listReasonsToChoose(ctx),
    countOpenAppeals(ctx),
    can(actor, 'decide') ? countLooks(ctx) : null,
    findPageLanguage(),
  ])
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <PageWords language={language} rooms={['glossary', 'desk', 'alerts']}>
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: EARLY_INPUT_SCRIPT }} />
      <DeskFrame
        viewer={{ id: actor.id, name: actor.name, role: actor.role }}
        {...{ preferences, ownReasons, openAppeals, looks }}
        lookIcon={<LookIcon />}
      >
        {children}
      </DeskFrame>
    </PageWords>
  )
}
