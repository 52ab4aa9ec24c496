import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommenterView } from '@/components/commenters/commenter-view'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { DomainError } from '@/lib/domain/errors'
import { getCommenter } from '@/lib/services/commenter/get'
import { createContext } from '@/lib/services/create-context'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'commenter'))('title') }
}

export default async function CommenterPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePageActor()
  const { id } = await params
  const page = await getCommenter(createContext(actor), id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  })
  return (
    <PageWords language={await findPageLanguage()} rooms={['commenter', 'context', 'deciding', 'figures', 'privacy']}>
      <CommenterView page={page} viewer={{ id: actor.id, name: actor.name, role: actor.role }} />
    </PageWords>
  )
}
