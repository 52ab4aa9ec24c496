'use client'

import Link from 'next/link'
import type { RuleFigures, RuleResource } from '@/lib/contracts/rule'
import { useFormats, useWords } from '../words/words-context'

/** What a rule did in 30 days, in a line, with the way to all that is known of it. */
export function RuleSummary({ rule, figures: { id, did, same, otherwise } }: { rule: RuleResource; figures: RuleFigures }) {
  const t = useWords('rules')
  const formats = useFormats()
  const facts = did
    .filter(({ outcome, month }) => outcome === rule.outcome || month > 0)
    .map((one) => [t(`did.${one.outcome}`), one.month] as const)
  const seen = same.month + otherwise.month
  return (
    <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink-2">
      <span className="text-ink-3">{t('span.month')}</span>
      {facts.map(([name, count]) => (
        <span key={name} data-figures>
          {name} {formats.number(count)}
        </span>
      ))}
      {seen > 0 && <span data-figures>{t('seen.line', { otherwise: formats.number(otherwise.month), seen: formats.number(seen) })}</span>}
      <Link
        href={`/settings/rules/${id}`}
        prefetch={false}
        aria-label={t('watchOne', { name: rule.name })}
        className="text-accent hover:underline"
      >
        {t('watch')}
      </Link>
    </p>
  )
}
