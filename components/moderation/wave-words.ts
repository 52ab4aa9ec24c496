import { MAX_WAVE_COUNT } from '@/lib/domain/waves'

/** "Wave of 12 alike". */
export function describeWave(count: number): string {
  return `Wave of ${writeCount(count, count)} alike`
}

/** "11 comments like this one": the wave without the comment it is said of. */
export function describeOthers(count: number): string {
  return `${writeCount(count - 1, count)} ${count === 2 ? 'comment' : 'comments'} like this one`
}

/** A wave that was not counted to its end has more. */
function writeCount(shown: number, counted: number): string {
  return `${shown.toLocaleString('en')}${counted >= MAX_WAVE_COUNT ? '+' : ''}`
}
