import type { ReactNode } from 'react'
import { PageWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'

/** Brings the words of figures, which pages below need even while they load or when they fail. */
export default async function ArticlesLayout({ children }: { children: ReactNode }) {
  return (
    <PageWords language={await findPageLanguage()} rooms={['figures']}>
      {children}
    </PageWords>
  )
}
