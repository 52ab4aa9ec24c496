// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Sparkline } from '@/components/charts/sparkline'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(cleanup)

/** On a ground of 70 × 25, which leaves 2.5 px at each edge: a scale from 22.5 up to 2.5. */
function draw(values: (number | null)[], range?: readonly [number, number]) {
  renderWorded(<Sparkline values={values} label="Seven days" width={70} height={25} {...(range === undefined ? {} : { range })} />)
  const chart = screen.getByRole('img', { name: 'Seven days' })
  const read = (shapes: string, ...names: string[]) =>
    [...chart.querySelectorAll(shapes)].map((shape) => names.map((name) => Number(shape.getAttribute(name))))
  return {
    bars: read('rect', 'x', 'y', 'height'),
    dots: read('circle', 'cx', 'cy'),
    ground: read('line', 'x1', 'x2'),
    lines: [...chart.querySelectorAll('path')].map((path) => path.getAttribute('d')?.match(/[MLC]/g)?.join('') ?? ''),
  }
}

describe('a sparkline of counts', () => {
  it('is a line once there are three days with something', () => {
    const { bars, dots, lines } = draw([0, 2, 0, 1, 0, 4, 0])
    expect([bars, dots]).toEqual([[], [[67.5, 22.5]]])
    expect(lines.at(-1)).toBe('MCCCCCC')
  })

  it('shows one day or two as bars where they lie', () => {
    const { bars, lines, ground } = draw([0, 0, 0, 0, 0, 2, 4])
    expect(bars).toEqual([
      [50.75, 12.5, 10],
      [60.75, 2.5, 20],
    ])
    expect([lines, ground]).toEqual([[], [[0, 70]]])
  })

  it('of a single day is one narrow bar', () => {
    expect(draw([3])).toMatchObject({ bars: [[0.75, 2.5, 20]], ground: [[0, 10]] })
  })

  it('of nothing is the ground alone', () => {
    expect(draw([0, 0, 0, 0, 0, 0, 0])).toEqual({ bars: [], dots: [], lines: [], ground: [[0, 70]] })
  })
})

describe('a sparkline of shares', () => {
  it('joins days that lie side by side, and shows one between unknown days as a dot', () => {
    const { bars, dots, lines } = draw([0.5, null, 0, 1, null, null, null], [0, 1])
    expect(bars).toEqual([])
    expect(dots.map(([x, y]) => [Math.round(x ?? 0), y])).toEqual([
      [3, 12.5],
      [35, 2.5],
    ])
    expect(lines.at(-1)?.endsWith('ML')).toBe(true)
  })
})
