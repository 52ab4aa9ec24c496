import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RunView } from '@/components/import/run-view'
import { LocalTime } from '@/components/ui/local-time'
import { requirePageActor } from '@/lib/auth/page-actor'
import { DomainError } from '@/lib/domain/errors'
import { createContext } from '@/lib/services/create-context'
import { getImportRun } from '@/lib/services/import/manage'
import { SettingsPage } from '../../settings-page'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportRunPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const run = await getImportRun(createContext(await requirePageActor()), id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    if (error instanceof DomainError && error.code === 'forbidden') return null
    throw error
  })
  return (
    <SettingsPage
      title={run === null ? 'Import' : <bdi className="[overflow-wrap:anywhere]">{run.fileName}</bdi>}
      description={
        run && (
          <>
            Sent by {run.startedBy}, <LocalTime at={run.createdAt} />
          </>
        )
      }
    >
      {() => run && <RunView initial={run} />}
    </SettingsPage>
  )
}
