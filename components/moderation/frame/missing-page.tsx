import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import type { Words } from '../../words/rooms'

/** What an address says that leads to nothing. */
export function MissingPage({ t }: { t: Words<'shell'> }) {
  return (
    <EmptyState
      kind="nothing-yet"
      heading="h1"
      title={t('missing.title')}
      next={
        <Button asChild>
          <a href="/queue">{t('missing.next')}</a>
        </Button>
      }
    >
      {t('missing.why')}
    </EmptyState>
  )
}
