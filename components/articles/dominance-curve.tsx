'use client'

import { heightAt, LorenzCurve } from '../charts/lorenz-curve'
import { formatShare } from './figure-words'

/** The Lorenz curve of a discussion, read out in words. */
export function DominanceCurve({ points, gini }: { points: readonly { x: number; y: number }[]; gini: number }) {
  return (
    <LorenzCurve
      points={points}
      label={`Lorenz curve of comments over voices, Gini ${gini.toFixed(2)}. The straight line would be an even discussion. The figures are in the table below.`}
      readLabel="Read the curve from the quietest to the loudest voices"
      describe={(share) => `The quietest ${formatShare(share)} of voices wrote ${formatShare(heightAt(points, share))}.`}
      axes={{ x: 'voices, quietest first →', y: '↑ comments' }}
    />
  )
}
