import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { readWords } from '@/components/words/page-words'
import { findOidcName } from '@/lib/auth/oidc'
import { findPageActor } from '@/lib/auth/page-actor'
import { findPageLanguage } from '@/lib/auth/page-language'
import { safeNextPath } from '@/lib/domain/sign-in'
import { hasUsers } from '@/lib/services/setup/has-users'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'entry'))('signIn') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { next: asked, error } = await searchParams
  const next = safeNextPath(typeof asked === 'string' ? asked : null)
  if (await findPageActor()) redirect(next)
  if (!(await hasUsers())) redirect('/setup')
  const t = await readWords(await findPageLanguage(), 'entry')
  return (
    <section aria-labelledby="title" className="rounded-lg border border-line bg-panel px-6 pt-5 pb-6 shadow-raised">
      <h1 id="title" className="mb-4 text-lg font-[640] tracking-tight">
        {t('signIn')}
      </h1>
      <SignInForm next={next} oidcName={findOidcName()} fault={typeof error === 'string' ? error : null} />
    </section>
  )
}
