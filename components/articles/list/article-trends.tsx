'use client'

import { Sparkline } from '../../charts/sparkline'
import type { ListedArticle } from './listed-article'
import { useFigures } from '../use-figures'
import { useWords } from '../../words/words-context'
import { UnknownFigure } from '../unknown-figure'

/** Comments of the last 14 days. */
export function VolumeTrend({ article }: { article: ListedArticle }) {
  const t = useWords('articles')
  const total = article.trend.reduce((sum, day) => sum + day, 0)
  if (total === 0) return <span className="text-sm whitespace-nowrap text-ink-3">{t('trend.quiet')}</span>
  const label = t('trend.volume', { count: total, most: Math.max(...article.trend), today: article.trend.at(-1) ?? 0 })
  return (
    <span title={label} className="inline-block">
      <Sparkline values={article.trend} label={label} />
    </span>
  )
}

/** The mean civility, and how it went over the last 14 days. */
export function CivilityTrend({ article }: { article: ListedArticle }) {
  const t = useWords('articles')
  const figures = useFigures()
  if (article.civility === null) return <UnknownFigure why={figures.t('why.notScored')} />
  const known = article.civilityTrend.filter((day) => day !== null)
  const share = figures.share(article.civility)
  const label =
    known.length < 2
      ? t('trend.civility', { share })
      : t('trend.civilityOver', { share, from: figures.share(known[0] ?? 0), to: figures.share(known.at(-1) ?? 0), count: known.length })
  return (
    <span title={label} className="-my-0.5 inline-flex items-center gap-2">
      <span data-figures className="min-w-9 text-end">
        {share}
      </span>
      {known.length >= 2 && <Sparkline values={article.civilityTrend} range={[0.4, 1]} label={label} width={56} />}
    </span>
  )
}
