import Link from 'next/link'
import type { PlacedMark } from '@/lib/domain/drift/place'
import { useFormats, useWords } from '../../words/words-context'

interface DriftTableProps {
  marks: readonly PlacedMark[]
  describe: (mark: PlacedMark) => string
  hrefOf: (mark: PlacedMark) => string
}

/** What the map shows, as a list that can be read and opened without seeing it. */
export function DriftTable({ marks, describe, hrefOf }: DriftTableProps) {
  const t = useWords('discussion')
  const shell = useWords('shell')
  const formats = useFormats()
  return (
    <details className="mt-2 text-sm print:hidden">
      <summary className="inline-flex min-h-6 items-center rounded-sm text-ink-2 marker:content-none hover:text-ink">
        <span className="underline decoration-line-strong underline-offset-3">{shell('chart.table')}</span>
      </summary>
      <div
        role="region"
        aria-label={t('drift.table')}
        tabIndex={0}
        className="scroll-quiet mt-1 max-h-80 overflow-auto rounded-md border border-line"
      >
        <table className="w-full border-collapse bg-panel text-end">
          <caption className="sr-only">{t('drift.table')}</caption>
          <thead className="sticky top-0 bg-panel text-ink-3 shadow-[0_1px_0_var(--line)]">
            <tr>
              <th scope="col" className="px-2.5 py-1.5 text-start font-[530]">
                {t('drift.comment')}
              </th>
              <th scope="col" className="px-2.5 py-1.5 text-end font-[530]">
                {t('drift.distance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {marks.map((mark) => (
              <tr key={mark.key} className="border-b border-line last:border-b-0">
                <th scope="row" className="px-2.5 py-1 text-start font-normal">
                  {mark.commentId === '' ? (
                    describe(mark)
                  ) : (
                    <Link
                      href={hrefOf(mark)}
                      className="inline-flex min-h-6 items-center text-ink underline decoration-line-strong underline-offset-3"
                    >
                      {describe(mark)}
                    </Link>
                  )}
                </th>
                <td className="px-2.5 py-1 text-end">
                  {formats.number(mark.drift, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
