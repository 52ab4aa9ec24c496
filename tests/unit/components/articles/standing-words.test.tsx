// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { StandingWords } from '@/components/articles/discussion/standing-words'
import { makeFigures } from '@/components/articles/figures'
import { readWords } from '@/components/words/page-words'

afterEach(cleanup)

it('says in how many comments words were counted, which may be fewer than there are', async () => {
  const t = await readWords('en', 'discussion')
  const words = { words: [{ word: 'tram', here: 211, ratio: 1.6, z: 3, search: 'tram' }], readHere: 1000, readElsewhere: 166 }
  const figures = makeFigures(await readWords('en', 'figures'))
  const { container } = render(<StandingWords t={t} figures={figures} words={words} articleId="1" />)
  expect(container.querySelector('p')?.textContent).toBe(
    'Counted in the latest 1,000 comments here. How many comments have it, and how many times as often as under other articles, of which 166 comments were read.',
  )
})
