import type { ReactNode } from 'react'
import { PageWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'

/** Brings the words of appeals, which are needed even while the page loads. */
export default async function AppealsLayout({ children }: { children: ReactNode }) {
  return (
    <PageWords language={await findPageLanguage()} rooms={['appeals']}>
      {children}
    </PageWords>
  )
}
