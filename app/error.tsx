'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useWords } from '@/components/words/words-context'

/** A fault of ours while a page was drawn. Decisions are saved one by one by the API, so none of them hangs on this. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useWords('shell')
  return (
    <main className="mx-auto max-w-xl p-6">
      <Callout tone="error" title={t('fault.title')} next={<Button onClick={reset}>{t('retry')}</Button>}>
        <p>{error.digest === undefined ? t('fault.kept') : t('fault.number', { number: error.digest })}</p>
      </Callout>
    </main>
  )
}
