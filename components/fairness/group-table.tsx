import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'

export interface GroupRow {
  name: string
  isMarked: boolean
  cells: readonly (string | number)[]
  /** 0–1, drawn behind the last cell; null when there is none. */
  share: number | null
}

/** Groups, one a row, the whole at the top. What stands out is said in a word, not by colour alone. */
export function GroupTable({
  t,
  formats,
  caption,
  head,
  rows,
  total,
}: {
  t: Words<'fairness'>
  formats: Formats
  caption: string
  head: readonly string[]
  rows: readonly GroupRow[]
  total: GroupRow
}) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="scroll-quiet scroll-on -mx-1 max-h-96 overflow-auto px-1">
      <table className="w-full border-collapse text-end text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-panel text-ink-3 shadow-[0_1px_0_var(--line)]">
          <tr>
            {head.map((word, at) => (
              <th key={word} scope="col" className={`py-1.5 ps-3 font-[530] first:ps-0 ${at === 0 ? 'text-start' : ''}`}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[total, ...rows].map((row, at) => (
            <tr key={row.name} className={`border-b border-line last:border-b-0 ${at === 0 ? 'font-[580]' : ''}`}>
              <th scope="row" className="py-1.5 text-start font-[inherit]">
                {row.name}
                {row.isMarked && <span className="ms-2 rounded-sm bg-amber-soft px-1 text-xs text-amber">{t('standsOut')}</span>}
              </th>
              {row.cells.map((cell, column) => (
                <td key={head[column + 1] ?? column} className="py-1.5 ps-3 whitespace-nowrap">
                  {typeof cell === 'number' ? formats.number(cell) : cell}
                  {column === row.cells.length - 1 && row.share !== null && (
                    <span aria-hidden className="ms-auto mt-0.5 block h-1 w-16 rounded-full bg-line">
                      <span className="block h-full rounded-full bg-amber" style={{ width: `${Math.round(row.share * 100)}%` }} />
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
