'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useOutage } from '@/components/moderation/frame/use-outage'
import { useWords } from '@/components/words/words-context'

/** The figures could not be read. Nothing was changed by trying; trying again reads them anew. */
export default function ArticlesError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useWords('figures')
  const shell = useWords('shell')
  const isAway = useOutage(retry)
  return (
    <div className="mx-auto w-full max-w-2xl px-3 py-8 sm:px-6">
      <Callout
        tone="error"
        title={isAway ? shell('outage.title') : t('failed.title')}
        next={<Button onClick={retry}>{t('failed.again')}</Button>}
      >
        <p>{isAway ? shell('outage.why') : error.digest === undefined ? t('failed.safe') : t('failed.number', { number: error.digest })}</p>
      </Callout>
    </div>
  )
}
