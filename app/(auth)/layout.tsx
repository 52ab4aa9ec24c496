import type { ReactNode } from 'react'
import { Wordmark } from '@/components/ui/wordmark'
import { PageWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'

/** The pages before the desk: one small panel. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh grid-rows-[1fr_auto_1.4fr] justify-items-center px-4 py-8">
      <div className="row-start-2 w-full max-w-[22rem]">
        <Wordmark className="mb-6" />
        <PageWords language={await findPageLanguage()} rooms={['entry']}>
          {children}
        </PageWords>
      </div>
    </main>
  )
}
