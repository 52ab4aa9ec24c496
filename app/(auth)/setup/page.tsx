import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SetupForm } from '@/components/sign-in/setup-form'
import { hasUsers } from '@/lib/services/setup/has-users'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetupPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  if (await hasUsers()) redirect('/sign-in')
  const { token } = await searchParams
  return (
    <section aria-labelledby="title" className="rounded-lg border border-line bg-panel px-6 pt-5 pb-6 shadow-raised">
      <h1 id="title" className="text-lg font-[640] tracking-tight">
        Set up your desk
      </h1>
      <p className="mt-0.5 mb-4 text-ink-2">You become its first administrator. This page closes behind you.</p>
      <SetupForm token={typeof token === 'string' ? token : ''} />
    </section>
  )
}
