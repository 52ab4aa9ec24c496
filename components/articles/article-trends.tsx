import { Sparkline } from '../charts/sparkline'
import type { ListedArticle } from './listed-article'
import { countOf, formatCount, formatShare } from './figure-words'
import { UnknownFigure } from './unknown-figure'

/** Comments of the last 14 days. */
export function VolumeTrend({ article }: { article: ListedArticle }) {
  const total = article.trend.reduce((sum, day) => sum + day, 0)
  if (total === 0) return <span className="text-sm whitespace-nowrap text-ink-3">quiet</span>
  const label = `${countOf(total, 'comment')} in 14 days, at most ${formatCount(Math.max(...article.trend))} a day, ${formatCount(article.trend.at(-1) ?? 0)} today`
  return (
    <span title={label} className="inline-block">
      <Sparkline values={article.trend} label={label} />
    </span>
  )
}

/** The mean civility, and how it went over the last 14 days. */
export function CivilityTrend({ article }: { article: ListedArticle }) {
  if (article.civility === null) return <UnknownFigure why="Nothing was scored here" />
  const known = article.civilityTrend.filter((day) => day !== null)
  const label =
    known.length < 2
      ? `Civility ${formatShare(article.civility)}`
      : `Civility ${formatShare(article.civility)}; from ${formatShare(known[0] ?? 0)} to ${formatShare(known.at(-1) ?? 0)} over 14 days`
  return (
    <span title={label} className="inline-flex items-center gap-2">
      <span data-figures className="min-w-9 text-end">
        {formatShare(article.civility)}
      </span>
      {known.length >= 2 && <Sparkline values={article.civilityTrend} range={[0.4, 1]} label={label} width={56} />}
    </span>
  )
}
