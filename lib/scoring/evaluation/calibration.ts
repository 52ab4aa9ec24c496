import type { Judged } from './ranking'

const BINS = 15

/**
 * Expected calibration error (Naeini 2015; Guo 2017): scores are parted into bins of equal width, and the gap between mean
 * score and share of positives is averaged, each bin weighing as many texts as it holds. 0 is honest, 1 is always wrong.
 * Scores are 0–1. Null without any text.
 */
export function calibrationError(rows: readonly Judged[], bins = BINS): number | null {
  if (rows.length === 0) return null
  const parts = Array.from({ length: bins }, () => ({ count: 0, score: 0, positives: 0 }))
  for (const { score, isPositive } of rows) {
    const part = parts[Math.min(bins - 1, Math.floor(score * bins))]
    if (!part) continue
    part.count += 1
    part.score += score
    part.positives += isPositive ? 1 : 0
  }
  return parts.reduce((sum, part) => sum + Math.abs(part.score - part.positives), 0) / rows.length
}
