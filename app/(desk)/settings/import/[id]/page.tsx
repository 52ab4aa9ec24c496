import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RunView } from '@/components/import/run-view'
import { LocalTime } from '@/components/ui/local-time'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { DomainError } from '@/lib/domain/errors'
import { createContext } from '@/lib/services/create-context'
import { getImportRun } from '@/lib/services/import/manage'
import { SettingsPage, titleOf } from '../../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('import')

export default async function ImportRunPage({ params }: { params: Promise<{ id: string }> }) {
  const t = await readWords(await findPageLanguage(), 'import')
  const { id } = await params
  const run = await getImportRun(createContext(await requirePageActor()), id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    if (error instanceof DomainError && error.code === 'forbidden') return null
    throw error
  })
  return (
    <SettingsPage
      place="import"
      room="import"
      {...(run === null ? {} : { title: <bdi className="[overflow-wrap:anywhere]">{run.fileName}</bdi> })}
      description={
        run && t.parts('sentBy', { name: <bdi key="name">{run.startedBy}</bdi>, time: <LocalTime key="time" at={run.createdAt} /> })
      }
    >
      {() => run && <RunView initial={run} />}
    </SettingsPage>
  )
}
