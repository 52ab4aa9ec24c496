import type { GroupFigures } from '@/lib/contracts/compare'
import type { Figures } from '../articles/figures'
import { createDataColumns } from '../data-table/features'
import { useFigures } from '../articles/use-figures'
import { GROUP_MEASURES, writeMeasure, type GroupMeasure } from './group-figures'

/** The figures of groups of comments as columns, in the words of one language; the first stays on the narrowest screen. */
export function makeMeasureColumns<Row extends { figures: GroupFigures }>(
  say: Figures,
  measures: readonly GroupMeasure[] = GROUP_MEASURES,
) {
  const column = createDataColumns<Row>()
  return measures.map((measure, index) =>
    column.accessor((row) => measure.valueOf(row.figures) ?? undefined, {
      id: measure.key,
      header: say.t(`measure.${measure.key}`),
      sortFn: 'basic',
      meta: { align: 'end', ...(index === 0 ? {} : { hideBelow: index < 6 ? ('md' as const) : ('lg' as const) }) },
      cell: ({ row }) => <span className="whitespace-nowrap">{writeMeasure(say, measure, row.original.figures)}</span>,
    }),
  )
}

const ON_PHONE = ['waiting', 'off_topic', 'uncivil', 'civility', 'median_wait']

/** The same on a phone, where their columns have no room. */
export function PhoneFigures({ figures }: { figures: GroupFigures }) {
  const say = useFigures()
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-ink-2 md:hidden">
      {GROUP_MEASURES.filter(({ key }) => ON_PHONE.includes(key)).map((measure) => (
        <span key={measure.key}>
          {say.t(`measure.${measure.key}`)} {writeMeasure(say, measure, figures)}
        </span>
      ))}
    </p>
  )
}
