import { Button } from '../../ui/button'
import type { Words } from '../../words/rooms'

/** What an address says that leads to nothing. */
export function MissingPage({ t }: { t: Words<'shell'> }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center">
      <p className="rounded-full bg-sunk px-3 py-1 text-sm font-[620] text-ink-2">404</p>
      <h1 className="mt-3 text-lg font-[640] tracking-tight">{t('missing.title')}</h1>
      <p className="mt-1 text-balance text-ink-2">{t('missing.why')}</p>
      <Button asChild look="solid" className="mt-5">
        <a href="/queue">{t('missing.next')}</a>
      </Button>
    </div>
  )
}
