import Link from 'next/link'
import { joinClasses } from '../ui/class-names'
import { useFormats, useWords } from '../words/words-context'

/** Open and answered appeals. */
export function AppealTabs({ here, open }: { here: 'open' | 'answered'; open: number }) {
  const t = useWords('appeals')
  const formats = useFormats()
  const tabs = [
    { name: 'open', href: '/appeals', count: open },
    { name: 'answered', href: '/appeals?state=answered', count: 0 },
  ] as const
  return (
    <nav aria-label={t('tabs')} className="mb-4 flex gap-1 border-b border-line">
      {tabs.map(({ name, href, count }) => (
        <Link
          key={name}
          href={href}
          prefetch={false}
          aria-current={name === here ? 'page' : undefined}
          className={joinClasses(
            '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-3 font-[540] no-underline pointer-coarse:min-h-11',
            name === here ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink',
          )}
        >
          {t(name)}
          {count > 0 && (
            <span data-figures className="text-sm text-ink-3">
              {formats.number(count)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
