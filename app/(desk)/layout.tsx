import type { ReactNode } from 'react'
import { DeskHeader } from '@/components/moderation/frame/desk-header'
import { DeskProviders } from '@/components/moderation/frame/desk-providers'
import { PageWords, readWords } from '@/components/words/page-words'
import { Toaster } from '@/components/ui/toaster'
import { requirePageActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { createContext } from '@/lib/services/create-context'
import { getPreferences } from '@/lib/services/user/preferences'

/** The shell of everything behind the sign-in. It keeps nobody out by itself: every service checks the actor again. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor()
  const preferences = await getPreferences(createContext(actor))
  const language = await findPageLanguage()
  const t = await readWords(language, 'shell')
  return (
    <PageWords language={language} rooms={['glossary', 'desk', 'alerts']}>
      <DeskProviders preferences={preferences}>
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-bg focus:not-sr-only focus:fixed focus:top-2 focus:start-2"
        >
          {t('skip')}
        </a>
        <DeskHeader viewer={{ id: actor.id, name: actor.name, role: actor.role }} />
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <Toaster />
      </DeskProviders>
    </PageWords>
  )
}
