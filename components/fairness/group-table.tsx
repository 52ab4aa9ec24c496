import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { MoreRows } from './more-rows'

/** So many groups are in sight at once; those that stand out are in any case. */
const IN_SIGHT = 8

export interface GroupRow {
  name: string
  isMarked: boolean
  /** Whether there are too few for its figures to say anything; default: no. */
  isFew?: boolean
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
  const inSight = countInSight(rows)
  const draw = (row: GroupRow) => <Row key={row.name} t={t} formats={formats} head={head} row={row} isWhole={row === total} />
  const rest = rows.slice(inSight)
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-end text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-ink-3">
          <tr>
            {head.map((word, at) => (
              <th key={word} scope="col" className={`py-1.5 ps-3 font-[530] first:ps-0 ${at === 0 ? 'text-start' : ''}`}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{[total, ...rows.slice(0, inSight)].map(draw)}</tbody>
        {rest.length > 0 && (
          <MoreRows columns={head.length} word={t('showGroups', { count: rows.length })}>
            {rest.map(draw)}
          </MoreRows>
        )}
      </table>
    </div>
  )
}

/** One or two more are not worth a press. */
function countInSight(rows: readonly GroupRow[]): number {
  const inSight = Math.max(IN_SIGHT, rows.findLastIndex(({ isMarked }) => isMarked) + 1)
  return rows.length - inSight <= 2 ? rows.length : inSight
}

interface RowProps {
  t: Words<'fairness'>
  formats: Formats
  head: readonly string[]
  row: GroupRow
  /** The row of all groups together. */
  isWhole: boolean
}

function Row({ t, formats, head, row, isWhole }: RowProps) {
  return (
    <tr className={`border-b border-line last:border-b-0 ${isWhole ? 'font-[580]' : ''} ${row.isFew ? 'text-ink-3' : ''}`}>
      <th scope="row" className="py-1.5 text-start [font-weight:inherit]">
        {row.name}
        {row.isMarked && <span className="ms-2 rounded-sm bg-amber-soft px-1 text-xs text-amber">{t('standsOut')}</span>}
      </th>
      {row.cells.map((cell, column) => (
        <td key={head[column + 1] ?? column} className="py-1.5 ps-3 whitespace-nowrap">
          {typeof cell === 'number' ? formats.number(cell) : cell}
          {column === row.cells.length - 1 && row.share !== null && !row.isFew && (
            <span aria-hidden className="ms-auto mt-0.5 block h-1 w-16 rounded-full bg-line max-sm:w-10">
              <span className="block h-full rounded-full bg-amber" style={{ width: `${Math.round(row.share * 100)}%` }} />
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}
