import { MAX_WAVE_COUNT } from '@/lib/domain/waves'
import type { Formats } from '../../words/formats'

/** How many a wave has, or how many beside one of them; a wave that was not counted to its end has more. */
export function writeWaveCount(formats: Formats, count: number, without = 0): string {
  return `${formats.number(count - without)}${count >= MAX_WAVE_COUNT ? '+' : ''}`
}
