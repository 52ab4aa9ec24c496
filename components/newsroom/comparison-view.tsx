import Link from 'next/link'
import type { CompareQuery, ComparedGroup, Comparison } from '@/lib/contracts/compare'
import { Section } from '../articles/section'
import { VolumeChart } from '../articles/discussion/volume-chart'
import { totalOf } from '../articles/discussion/volume-total'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '../ui/table'
import type { Figures } from '../articles/figures'
import type { Words } from '../words/rooms'
import { nameWeek } from './name-week'
import { GROUP_MEASURES, writeMeasure, type GroupMeasure } from './group-figures'

interface ComparisonViewProps {
  t: Words<'newsroom'>
  figures: Figures
  comparison: Comparison
  of: CompareQuery['of']
}

/** Where the highest days are further apart than this, the small ones would be nothing but lines on one scale. */
const MOST_APART = 10

/** The names of the lines stay in sight where the columns have to be scrolled. */
const LEADS = 'sticky start-0 z-10 bg-panel'

/** Two to five discussions, sections or weeks beside each other: their figures line by line, and their days. */
export function ComparisonView({ t, figures: say, comparison, of }: ComparisonViewProps) {
  const groups = of === 'weeks' ? comparison.groups.map((group) => ({ ...group, title: nameWeek(t, group.key) })) : comparison.groups
  const tops = groups.map((group) => Math.max(1, ...group.days.map(totalOf)))
  const isShared = Math.max(...tops) <= MOST_APART * Math.min(...tops)
  const measures = GROUP_MEASURES.filter((measure) => of !== 'articles' || measure.key !== 'articles')
  return (
    <div className="flex flex-col gap-8">
      <Section id="figures" title={t('compare.figures')} words={t('compare.figuresWords')}>
        <Table label={t('compare.table')}>
          <TableHead>
            <tr>
              <TableHeader className={`${LEADS} py-2 align-bottom ${of === 'articles' ? 'leading-6' : ''}`}>
                {t('compare.figure')}
              </TableHeader>
              {groups.map((group) => (
                <TableHeader key={group.key} className="max-w-56 min-w-28 whitespace-normal! py-2 align-bottom text-ink">
                  <Title group={group} of={of} />
                </TableHeader>
              ))}
            </tr>
          </TableHead>
          <tbody>
            {measures.map((measure) => (
              <Line say={say} key={measure.key} measure={measure} groups={groups} />
            ))}
            {groups.some((group) => group.voices !== null) && (
              <TableRow>
                <th scope="row" className={`${LEADS} px-3 py-2 ps-4 text-start font-normal text-ink-2`}>
                  {say.t('measure.voices')}
                </th>
                {groups.map((group) => (
                  <TableCell key={group.key}>{group.voices === null ? '–' : say.count(group.voices)}</TableCell>
                ))}
              </TableRow>
            )}
          </tbody>
        </Table>
      </Section>
      <Section id="days" title={t('days')} words={t(isShared ? 'compare.daysWords' : 'compare.daysOwn')}>
        <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
          {groups.map((group) => (
            <div key={group.key} className="min-w-0">
              <h3 className="text-sm font-[560]">
                <bdi>{group.title}</bdi>
              </h3>
              <VolumeChart
                volume={{ step: 'day', buckets: group.days }}
                height={110}
                {...(isShared ? { top: Math.max(...tops) } : {})}
                name={group.title}
              />
            </div>
          ))}
        </div>
      </Section>
    </div>
  )
}

function Title({ group, of }: { group: ComparedGroup; of: CompareQuery['of'] }) {
  if (of !== 'articles') return <bdi className="font-[580]">{group.title}</bdi>
  return (
    <Link
      href={`/articles/${group.key}`}
      dir="auto"
      className="inline-flex min-h-6 items-center text-start font-[580] [overflow-wrap:anywhere] text-ink underline-offset-3 hover:underline"
    >
      {group.title}
    </Link>
  )
}

function Line({ say, measure, groups }: { say: Figures; measure: GroupMeasure; groups: readonly ComparedGroup[] }) {
  const most = Math.max(...groups.map((group) => measure.valueOf(group.figures) ?? 0))
  return (
    <TableRow>
      <th scope="row" className={`${LEADS} px-3 py-2 ps-4 text-start align-top font-normal text-ink-2 sm:whitespace-nowrap`}>
        {say.t(`measure.${measure.key}`)}
      </th>
      {groups.map((group) => {
        const value = measure.valueOf(group.figures)
        return (
          <TableCell key={group.key} className="py-2!">
            <span data-figures>{writeMeasure(say, measure, group.figures)}</span>
            <svg aria-hidden width="100%" height={3} className="mt-1 block max-w-40 rounded-full bg-sunk rtl:-scale-x-100">
              <rect width={`${most > 0 && value !== null ? (100 * value) / most : 0}%`} height={3} fill="var(--chart-neutral)" />
            </svg>
          </TableCell>
        )
      })}
    </TableRow>
  )
}
