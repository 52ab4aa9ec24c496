import { describe, expect, it } from 'vitest'
import { makeFigures } from '@/components/articles/figures'
import { readWords } from '@/components/words/page-words'

/** Numbers stay with their units: no line ends between them. */
const spaced = (words: string) => words.replaceAll('\u00a0', ' ')
const english = makeFigures(await readWords('en', 'figures'))

describe('figures in words', () => {
  it.each([
    [0, '0%'],
    [0.001, '< 1%'],
    [3 / 14, '21%'],
    [0.5, '50%'],
    [0.999, '> 99%'],
    [1, '100%'],
  ])('a share of %d is %s: whole per cent, and some is neither none nor all', (share, words) => {
    expect(spaced(english.share(share))).toBe(words)
  })

  it.each([
    [0, '0 sec'],
    [42.4, '42 sec'],
    [-5, '0 sec'],
    [60, '1 min'],
    [1800, '30 min'],
    [3599, '1 hr'],
    [4320, '1 hr 12 min'],
    [7200, '2 hr'],
    [21_540, '6 hr'],
    [47 * 3600, '47 hr'],
    [9 * 86_400, '9 days'],
  ])('a wait of %d seconds is %s, coarser the longer it is', (seconds, words) => {
    expect(spaced(english.wait(seconds))).toBe(words)
  })

  it('keeps a number and its unit on one line', () => {
    expect([english.share(0.21), english.wait(4320)]).toEqual(['21%', '1\u00a0hr 12\u00a0min'])
  })

  it('counts with the word in the right number', () => {
    const counted = [0, 1, 1284].map((count) => english.t('comments', { count }))
    expect(counted).toEqual(['0 comments', '1 comment', '1,284 comments'])
    expect([english.count(1284), english.decimal(0.5, 2), english.list(['a', 'b', 'c'])]).toEqual(['1,284', '0.50', 'a, b and c'])
  })

  it('takes the age of an instant by the clock it is given, never below nothing', () => {
    const { age } = english
    expect(spaced(age('2026-03-09T08:00:00Z', '2026-03-09T08:41:00Z'))).toBe('41 min')
    expect(spaced(age('2026-03-09T08:00:00Z', '2026-03-09T09:49:00Z'))).toBe('1 hr')
    expect(spaced(age('2026-03-09T09:00:00Z', '2026-03-09T08:41:00Z'))).toBe('0 sec')
  })

  it('writes them in each language', async () => {
    const [german, arabic] = [makeFigures(await readWords('de', 'figures')), makeFigures(await readWords('ar', 'figures'))]
    expect([german.share(0.999), german.wait(4320), german.wait(9 * 86_400), german.count(1284)].map(spaced)).toEqual([
      '> 99 %',
      '1 Std. 12 Min.',
      '9 Tage',
      '1.284',
    ])
    expect([arabic.share(0.001), arabic.wait(9 * 86_400)].map(spaced)).toEqual(['أقل من 1\u200e%\u200e', '9 أيام'])
  })
})
