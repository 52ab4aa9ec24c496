'use client'

import { heightAt, LorenzCurve } from '../../charts/lorenz-curve'
import { useWords } from '../../words/words-context'
import { useFigures } from '../use-figures'

/** The Lorenz curve of a discussion, read out in words. */
export function DominanceCurve({ points, gini }: { points: readonly { x: number; y: number }[]; gini: number }) {
  const t = useWords('discussion')
  const say = useFigures()
  return (
    <LorenzCurve
      points={points}
      label={t('voices.curve', { gini: say.decimal(gini, 2) })}
      readLabel={t('voices.read')}
      describe={(share) => t('voices.quietest', { voices: say.share(share), comments: say.share(heightAt(points, share)) })}
      axes={{ x: t('voices.axis'), y: say.t('measure.comments') }}
    />
  )
}
