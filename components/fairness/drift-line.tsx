import type { FairnessReading } from '@/lib/contracts/fairness'
import { shareWrong } from '@/lib/domain/fairness'
import { ChartTable } from '../charts/chart-table'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { formatShare } from './words'

const HEIGHT = 120
const LINES = [
  { key: 'own', word: 'own', stroke: 'var(--chart-rose)', dash: undefined },
  { key: 'written', word: 'neutral', stroke: 'var(--chart-neutral)', dash: '5 4' },
] as const

/** Wrong suggestions over time, the oldest first: one line for the site's own comments, a dashed one for written sentences. */
export function DriftLine({ t, formats, readings }: { t: Words<'fairness'>; formats: Formats; readings: FairnessReading[] }) {
  const points = readings.map(({ week, version, figures: { all, templates } }) => {
    const passing = templates.reduce((total, one) => total + one.passing, 0)
    const passed = templates.reduce((total, one) => total + one.passed, 0)
    return { week, version, own: shareWrong(all), written: passing === 0 ? null : 1 - passed / passing }
  })
  const most = Math.max(0.05, ...points.flatMap((point) => [point.own ?? 0, point.written ?? 0]))
  const xOf = (at: number) => (points.length === 1 ? 50 : (100 * at) / (points.length - 1))
  const yOf = (share: number) => 6 + (1 - share / most) * (HEIGHT - 12)
  const shown = (share: number | null) => formatShare(formats, share)
  return (
    <div>
      <ul className="mb-2 flex flex-wrap gap-x-4 text-sm text-ink-2">
        {LINES.map(({ key, word, stroke, dash }) => (
          <li key={key} className="flex items-center gap-1.5">
            <svg aria-hidden width={22} height={8}>
              <line x1={0} x2={22} y1={4} y2={4} stroke={stroke} strokeWidth={2} strokeDasharray={dash} />
            </svg>
            {t('line', { name: t(word), share: shown(points.at(-1)?.[key] ?? null) })}
          </li>
        ))}
      </ul>
      <svg
        role="img"
        aria-label={t('chart', { from: points[0]?.week ?? '', to: points.at(-1)?.week ?? '', most: shown(most) })}
        width="100%"
        height={HEIGHT}
        className="block overflow-visible rounded-md bg-sunk"
      >
        {LINES.map(({ key, stroke, dash }) =>
          points.map((point, at) => {
            const next = points[at + 1]
            const [from, to] = [point[key], next?.[key] ?? null]
            if (from === null) return null
            return (
              <g key={`${key} ${point.week} ${point.version}`}>
                <circle cx={`${xOf(at)}%`} cy={yOf(from)} r={3} fill={stroke} />
                {to !== null && (
                  <line
                    x1={`${xOf(at)}%`}
                    y1={yOf(from)}
                    x2={`${xOf(at + 1)}%`}
                    y2={yOf(to)}
                    stroke={stroke}
                    strokeWidth={2}
                    strokeDasharray={dash}
                  />
                )}
              </g>
            )
          }),
        )}
      </svg>
      <ChartTable
        caption={t('chartTable')}
        head={[t('week'), t('version'), t('own'), t('neutral')]}
        rows={points.map(({ week, version, own, written }) => [week, version, shown(own), shown(written)])}
      />
    </div>
  )
}
