import type { ReactNode } from 'react'
import { PageWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'

/** The pages before the desk: one small panel. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh grid-rows-[1fr_auto_1.4fr] justify-items-center px-4 py-8">
      <div className="row-start-2 w-full max-w-[22rem]">
        <p dir="ltr" className="mb-6 text-center text-2xl font-[680] tracking-[-0.03em]">
          Parley<span className="text-accent">.</span>
        </p>
        <PageWords language={await findPageLanguage()} rooms={['entry']}>
          {children}
        </PageWords>
      </div>
    </main>
  )
}
