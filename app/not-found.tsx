import { Button } from '@/components/ui/button'
import { readWords } from '@/components/words/page-words'
import { EmptyState } from '@/components/ui/empty-state'
import { findPageLanguage } from '@/lib/auth/page-language'

export default async function NotFound() {
  const t = await readWords(await findPageLanguage(), 'shell')
  return (
    <main className="grid min-h-dvh place-items-center">
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
    </main>
  )
}
