// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { ChartTable } from '@/components/charts/chart-table'
import { ShareBar } from '@/components/charts/share-bar'
import { Sparkline } from '@/components/charts/sparkline'
import { StackedBars } from '@/components/charts/stacked-bars'

afterEach(cleanup)

const SERIES = [
  { key: 'good', label: 'Good', tone: 'neutral' },
  { key: 'bad', label: 'Bad', tone: 'rose' },
] as const

describe('stacked bars', () => {
  const draw = (values: number[][]) =>
    renderWorded(
      <StackedBars
        series={SERIES}
        bars={values.map((of, index) => ({ name: `Day ${index + 1}`, values: of }))}
        label="Two days"
        atRest="The most: 4, Day 2"
        unit={['comment', 'comments']}
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
    const bars = screen.getByRole('img', { name: 'Two days' }).querySelectorAll('g')
    expect(screen.getByText('The most: 4, Day 2')).toBeDefined()
    fireEvent.pointerEnter(bars[1] as Element)
    expect(screen.getByText('Day 2: 4 comments (3 good, 1 bad)')).toBeDefined()
    fireEvent.pointerEnter(bars[0] as Element)
    expect(screen.getByText('Day 1: 2 comments (2 good)')).toBeDefined()
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

it('a sparkline of nothing lies on the ground and still says so', () => {
  renderWorded(<Sparkline values={[0, 0, 0]} label="No comments in 3 days" height={24} />)
  const line = screen.getByRole('img', { name: 'No comments in 3 days' }).querySelectorAll('path')[1]
  const numbers =
    line
      ?.getAttribute('d')
      ?.match(/[\d.]+/g)
      ?.map(Number) ?? []
  expect(numbers.filter((_, index) => index % 2 === 1)).toEqual(Array.from({ length: numbers.length / 2 }, () => 21.5))
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
