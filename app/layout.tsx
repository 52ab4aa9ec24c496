import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { findReaderPreferences } from '@/lib/auth/reader-preferences'
import { DIRECTIONS } from '@/lib/domain/languages'
import { THEME_SCRIPT } from '@/components/ui/theme-script'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await readWords(await findPageLanguage(), 'shell')
  return {
    title: { default: 'Parley', template: '%s · Parley' },
    description: t('description'),
    icons: { icon: '/icon.svg' },
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1917' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The nonce of the content security policy is new with every answer, so no page may be rendered in advance.
  await connection()
  const language = await findPageLanguage()
  const theme = (await findReaderPreferences())?.theme ?? undefined
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={language} dir={DIRECTIONS[language]} data-theme={theme} suppressHydrationWarning>
      <head>
        {/* Runs before the first paint, so that the chosen theme never flashes; browsers hide the nonce from hydration. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <PageWords language={language} rooms={['shell']}>
          {children}
        </PageWords>
      </body>
    </html>
  )
}
