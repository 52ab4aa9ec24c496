import { expect, it } from 'vitest'
import { findLinkBack } from '@/lib/domain/skip-reasons'

it('a link back is told from a comment by its type', () => {
  expect(['pingback', 'webmention', 'trackback', 'comment', 'review', ''].map(findLinkBack)).toEqual([
    ...['pingback', 'pingback', 'trackback', null, null, null],
  ])
})
