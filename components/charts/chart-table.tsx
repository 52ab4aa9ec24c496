'use client'

import { useWords } from '../words/words-context'

interface ChartTableProps {
  caption: string
  /** The first column names the row. */
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** The figures behind a chart, for everybody who would rather read them. */
export function ChartTable({ caption, head, rows }: ChartTableProps) {
  const t = useWords('shell')
  return (
    <details className="mt-2 text-sm print:hidden">
      <summary className="inline-flex min-h-6 items-center pointer-coarse:min-h-11 rounded-sm text-ink-2 marker:content-none hover:text-ink">
        <span className="underline decoration-line-strong underline-offset-3">{t('chart.table')}</span>
      </summary>
      <div
        role="region"
        aria-label={caption}
        tabIndex={0}
        className="scroll-quiet mt-1 max-h-80 overflow-auto rounded-md border border-line"
      >
        <table className="w-full border-collapse bg-panel text-end">
          <caption className="sr-only">{caption}</caption>
          <thead className="sticky top-0 bg-panel text-ink-3 shadow-[0_1px_0_var(--line)]">
            <tr>
              {head.map((word, index) => (
                <th key={word} scope="col" className={`px-2.5 py-1.5 font-[530] whitespace-nowrap ${index === 0 ? 'text-start' : ''}`}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...figures], row) => (
              <tr key={row} className="border-b border-line last:border-b-0">
                <th scope="row" className="px-2.5 py-1 text-start font-normal whitespace-nowrap">
                  {name}
                </th>
                {figures.map((figure, column) => (
                  <td key={head[column + 1] ?? column} className="px-2.5 py-1">
                    {figure}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
