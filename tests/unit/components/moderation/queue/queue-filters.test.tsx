// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { QueueFilters } from '@/components/moderation/queue/queue-filters'
import { renderWorded } from '@/tests/factories/render-worded'

afterEach(cleanup)

function open(q: string, article: string | null = null) {
  const onChange = vi.fn()
  const onLeave = vi.fn()
  renderWorded(
    <QueueFilters
      filters={{ queue: 'review', article, commenter: null, status: [], q, sort: null }}
      articles={[{ id: 'a1', title: 'The tram' }]}
      sections={['City', 'Sport']}
      languages={[]}
      onChange={onChange}
      onLeave={onLeave}
    />,
  )
  const say = (label: string) => {
    const select = screen.getByLabelText<HTMLSelectElement>(label)
    return select.selectedOptions[0]?.textContent
  }
  return { onChange, onLeave, say }
}

it('each filter says what the search holds, also what none of its choices says', () => {
  const { say } = open('score.civility<0.7 score.topic>=0.9 age<24h -section:Sport', 'an old one')
  expect([say('Incivility'), say('Off-topic'), say('Age'), say('Section'), say('Article')]).toEqual([
    'score.civility<0.7',
    '.90 and more',
    'Last 24 hours',
    '-section:Sport',
    'An older article',
  ])
})

it('a range of scores is chosen, told and taken away', () => {
  const { onChange } = open('tram')
  const choice = screen.getByLabelText<HTMLSelectElement>('Incivility')
  expect([...choice.options].map(({ text }) => text)).toEqual([
    'any',
    '.50 and more',
    '.70 and more',
    '.90 and more',
    '.50–.70',
    'below .50',
  ])
  const choose = (at: number) => fireEvent.change(choice, { target: { value: choice.options[at]?.value } })
  choose(4)
  expect(onChange).toHaveBeenLastCalledWith({ q: 'tram score.civility>=0.5 score.civility<0.7' })
  choose(5)
  expect(onChange).toHaveBeenLastCalledWith({ q: 'tram score.civility<0.5' })
  cleanup()
  const { say, onChange: onSecond } = open('tram score.civility>=0.5 score.civility<0.7')
  expect(say('Incivility')).toBe('.50–.70')
  fireEvent.change(screen.getByLabelText('Incivility'), { target: { value: '' } })
  expect(onSecond).toHaveBeenLastCalledWith({ q: 'tram' })
})

it('a commenter is typed in, and taken on Enter or when the field is left; Escape leaves it as it was', () => {
  const { onChange, onLeave } = open('tram author:Mara')
  const field = screen.getByLabelText<HTMLInputElement>('Commenter')
  expect(field.value).toBe('Mara')
  const type = (value: string) => fireEvent.change(field, { target: { value } })
  type('Teo Marsh')
  fireEvent.keyDown(field, { key: 'Escape' })
  fireEvent.blur(field)
  expect([field.value, onLeave.mock.calls.length]).toEqual(['Mara', 1])
  expect(onChange).not.toHaveBeenCalled()
  type(' Teo Marsh ')
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(onLeave).toHaveBeenCalledTimes(2)
  fireEvent.blur(field)
  expect(onChange.mock.calls).toEqual([[{ q: 'tram author:"Teo Marsh"' }]])
  type('')
  fireEvent.blur(field)
  expect(onChange).toHaveBeenLastCalledWith({ q: 'tram' })
})
