import { LifeBuoy } from 'lucide-react'
import type { CommentContext } from '@/lib/contracts/queue'
import { useWords } from '../../words/words-context'

/** What somebody asked moderators to look at in this discussion. */
export function ContextHelp({ help }: { help: NonNullable<CommentContext['article']['help']> }) {
  const t = useWords('context')
  return (
    <section aria-label={t('help')} className="my-4 flex gap-2.5 rounded-lg border border-amber/40 bg-amber-soft px-3 py-2.5">
      <LifeBuoy aria-hidden className="mt-0.5 size-4 shrink-0 text-amber" />
      <div className="min-w-0">
        <p className="font-[580]">{t.parts('help.by', { name: <bdi key="name">{help.by}</bdi> })}</p>
        <p dir="auto" className="user-text text-start">
          {help.note}
        </p>
      </div>
    </section>
  )
}
