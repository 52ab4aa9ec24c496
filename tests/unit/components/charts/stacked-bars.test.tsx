// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { groupFlags } from '@/components/charts/chart-flags'
import { ChartTable } from '@/components/charts/chart-table'
import { ShareBar } from '@/components/charts/share-bar'
import { StackedBars } from '@/components/charts/stacked-bars'

const SERIES = [
  { key: 'good', label: 'Good', tone: 'neutral' },
  { key: 'bad', label: 'Bad', tone: 'rose' },
] as const

describe('stacked bars', () => {
  const draw = (values: number[][]) =>
    renderWorded(
      <StackedBars
        series={SERIES}
        bars={values.map((of, index) => ({
          name: `Day ${index + 1}`,
          total: `${of.reduce((sum, value) => sum + value, 0)} comments`,
          values: of,
        }))}
        label="Two days"
        atRest="The most: 4, Day 2"
        height={100}
      />,
    )
  const shapes = () => [...screen.getByRole('img', { name: 'Two days' }).querySelectorAll('g > rect[stroke]')]

  it('draw each part as high as its value, one upon the other, without a shape for nothing', () => {
    draw([
      [2, 0],
      [3, 1],
    ])
    const heights = shapes().map((shape) => [shape.getAttribute('y'), shape.getAttribute('height')])
    // The scale ends at 4, so that one comment is 25 px; a pixel and a half of each part is ground.
    expect(heights).toEqual([
      ['51', '48.5'],
      ['26', '73.5'],
      ['1', '23.5'],
    ])
  })

  it('write all steps of a scale alike, short ones too', () => {
    draw([[11_000, 0]])
    expect(screen.getAllByText(/^\d+k$/i).map((step) => step.textContent?.toLowerCase())).toEqual(['5k', '10k'])
    cleanup()
    draw([[7000, 0]])
    expect(screen.getByText('5,000')).toBeDefined()
  })

  it('tell series apart by pattern and not by colour alone', () => {
    draw([[3, 1]])
    const fills = shapes().map((shape) => /-(\w+)\)$/.exec(shape.getAttribute('fill') ?? '')?.[1])
    expect(fills).toEqual(['neutral', 'rose'])
  })

  it('write the figures of a bar while it is pointed at, and else what is most worth saying', () => {
    draw([
      [2, 0],
      [3, 1],
    ])
    const reader = screen.getByRole('slider', { name: 'Two days' })
    vi.spyOn(reader, 'getBoundingClientRect').mockReturnValue({ left: 100, width: 200 } as DOMRect)
    expect(screen.getByText('The most: 4, Day 2')).toBeDefined()
    fireEvent.pointerMove(reader, { clientX: 250 })
    expect(screen.getByText('Day 2: 4 comments (3 good and 1 bad)')).toBeDefined()
    fireEvent.pointerMove(reader, { clientX: 120 })
    expect(screen.getByText('Day 1: 2 comments (2 good)')).toBeDefined()
    fireEvent.pointerLeave(reader)
    expect(screen.getByText('The most: 4, Day 2')).toBeDefined()
  })

  it('are read bar by bar with the arrow keys, which a screen reader hears', () => {
    draw([
      [2, 0],
      [3, 1],
    ])
    const reader = screen.getByRole('slider', { name: 'Two days' })
    fireEvent.keyDown(reader, { key: 'End' })
    expect(reader.getAttribute('aria-valuetext')).toBe('Day 2: 4 comments (3 good and 1 bad)')
    fireEvent.keyDown(reader, { key: 'ArrowLeft' })
    expect(reader.getAttribute('aria-valuenow')).toBe('1')
    expect(screen.getByText('Day 1: 2 comments (2 good)')).toBeDefined()
    fireEvent.keyDown(reader, { key: 'Escape' })
    expect(screen.getByText('The most: 4, Day 2')).toBeDefined()
  })

  it('number what happened in the order of time, and put neighbours together rather than over each other', () => {
    const flag = (key: string, at: number) => ({ key, at, text: key, kind: 'event' as const })
    const groups = groupFlags([flag('held', 20.4), flag('published', 0), flag('reopened', 21)], 40)
    expect(groups.map(({ at, flags }) => [at, flags.map(({ key, number }) => `${number} ${key}`)])).toEqual([
      [0, ['1 published']],
      [20.4, ['2 held', '3 reopened']],
    ])
  })

  it('stand without a single bar', () => {
    draw([])
    expect(shapes()).toEqual([])
  })
})

it('a share bar divides its width by the values', () => {
  const parts = [
    { key: 'a', label: 'A', tone: 'green', value: 3 },
    { key: 'b', label: 'B', tone: 'grey', value: 0 },
    { key: 'c', label: 'C', tone: 'rose', value: 1 },
  ] as const
  renderWorded(<ShareBar parts={parts} label="Three to one" />)
  const shapes = [...screen.getByRole('img', { name: 'Three to one' }).querySelectorAll('g > rect')]
  expect(shapes.map((shape) => [shape.getAttribute('x'), shape.getAttribute('width')])).toEqual([
    ['0%', '75%'],
    ['75%', '25%'],
  ])
})

it('the table of a chart names its rows and columns', () => {
  renderWorded(<ChartTable caption="Comments per day" head={['Day', 'Good', 'Bad']} rows={[['Monday', '3', '1']]} />)
  const table = screen.getByRole('table', { name: 'Comments per day', hidden: true })
  expect([...table.querySelectorAll('th')].map((cell) => [cell.scope, cell.textContent])).toEqual([
    ['col', 'Day'],
    ['col', 'Good'],
    ['col', 'Bad'],
    ['row', 'Monday'],
  ])
})
