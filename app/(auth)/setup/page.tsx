import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SetupForm } from '@/components/sign-in/setup-form'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { hasUsers } from '@/lib/services/setup/has-users'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'entry'))('setup.short') }
}

export default async function SetupPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  if (await hasUsers()) redirect('/sign-in')
  const { token } = await searchParams
  const t = await readWords(await findPageLanguage(), 'entry')
  return (
    <section aria-labelledby="title" className="rounded-lg border border-line bg-panel px-6 pt-5 pb-6 shadow-raised">
      <h1 id="title" className="text-lg font-[640] tracking-tight">
        {t('setup.title')}
      </h1>
      <p className="mt-0.5 mb-4 text-ink-2">{t('setup.why')}</p>
      <SetupForm token={typeof token === 'string' ? token : ''} />
    </section>
  )
}
