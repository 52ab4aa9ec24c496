'use client'

import { useWords } from '../../words/words-context'
import { useOutage } from './use-outage'

export interface Fault {
  error: Error & { digest?: string }
  /** Asks the server again. What Next calls `reset` would only draw the same fault anew. */
  retry: () => void
}

/**
 * A fault of ours while a page was drawn. Decisions are saved one by one by the API, so none of them hangs on this. Every page loads it
 * at once, for it may be needed when nothing more can be fetched: hence it is made of nothing but its words.
 */
export function FaultNotice({ error, retry }: Fault) {
  const t = useWords('shell')
  const isAway = useOutage(retry)
  return (
    <div role="alert" className="rounded-lg border border-rose/40 bg-rose-soft p-4 text-ink">
      <h1 className="text-lg font-[640]">{t(isAway ? 'outage.title' : 'fault.title')}</h1>
      <p className="mt-1">
        {isAway ? t('outage.why') : error.digest === undefined ? t('fault.kept') : t('fault.number', { number: error.digest })}
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button
          type="button"
          onClick={retry}
          className="h-8 rounded-md border border-line-strong bg-panel px-3 font-[540] hover:bg-sunk pointer-coarse:min-h-11"
        >
          {t('retry')}
        </button>
        <a href="/queue" className="py-1 text-accent underline underline-offset-2">
          {t('missing.next')}
        </a>
      </p>
    </div>
  )
}
