'use client'

import { useWords } from '@/components/words/words-context'

/**
 * A fault of ours while a page was drawn. Decisions are saved one by one by the API, so none of them hangs on this. Every page loads it
 * at once, for it may be needed when nothing more can be fetched: hence it is made of nothing but its words.
 */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useWords('shell')
  return (
    <main className="mx-auto max-w-xl p-6">
      <div role="alert" className="rounded-lg border border-rose/40 bg-rose-soft px-3 py-2.5 text-ink">
        <p className="font-semibold">{t('fault.title')}</p>
        <p>{error.digest === undefined ? t('fault.kept') : t('fault.number', { number: error.digest })}</p>
        <button
          type="button"
          onClick={reset}
          className="mt-2 h-8 rounded-md border border-line-strong bg-panel px-3 font-[540] hover:bg-sunk"
        >
          {t('retry')}
        </button>
      </div>
    </main>
  )
}
