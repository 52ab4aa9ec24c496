import { makeFormats } from '../../words/formats'
import type { ArticleVoice } from '../figures'

/** A figure held against the usual one. */
export interface Comparison {
  words: string
  mood: 'good' | 'bad' | 'even'
}

/** Differences below these are told without a mood: they are noise. */
const NOTABLE_POINTS = 3
const NOTABLE_RATIO = 1.25

/** "3.1 × usual"; how much is neither good nor bad. Null where there is nothing to compare, or to compare with. */
export function compareCount({ t }: Pick<ArticleVoice, 't'>, value: number, usual: number): Comparison | null {
  if (usual <= 0 || value <= 0) return null
  const ratio = value / usual
  if (ratio >= 0.95 && ratio < 1.05) return { words: t('usual.same'), mood: 'even' }
  const digits = ratio >= 10 ? 0 : 1
  const least = ratio < 0.1
  const words = makeFormats(t.language).number(least ? 0.1 : ratio, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return { words: t('usual.times', { ratio: least ? `< ${words}` : words }), mood: 'even' }
}

/** "−12 pts, usual 86 %". `better` says which way is good. */
export function compareShare({ t, figures }: ArticleVoice, value: number, usual: number, better: 'more' | 'less'): Comparison {
  const points = Math.round((value - usual) * 100)
  if (points === 0) return { words: t('usual.same'), mood: 'even' }
  const signed = makeFormats(t.language).number(points, { signDisplay: 'always' }).replace('-', '−')
  const words = t('usual.points', { points: signed, share: figures.share(usual) })
  if (Math.abs(points) < NOTABLE_POINTS) return { words, mood: 'even' }
  return { words, mood: points > 0 === (better === 'more') ? 'good' : 'bad' }
}

/** "usual 9 min"; good when readers wait clearly less, bad when clearly more. */
export function compareWait({ t, figures }: ArticleVoice, seconds: number, usual: number): Comparison {
  const words = t('usual.wait', { wait: figures.wait(usual) })
  if (usual <= 0 || (seconds <= usual * NOTABLE_RATIO && seconds >= usual / NOTABLE_RATIO)) return { words, mood: 'even' }
  return { words, mood: seconds < usual ? 'good' : 'bad' }
}
