import { expect, it } from 'vitest'
import { parseInput } from '@/lib/contracts/parse'
import { CommentListQuery } from '@/lib/contracts/read'

it('which comments of an article are asked for is told apart by statuses, and one that is none is told with those there are', () => {
  expect(parseInput(CommentListQuery, {}).status).toEqual(['published', 'approved'])
  expect(parseInput(CommentListQuery, { status: 'pending,removed' }).status).toEqual(['pending', 'removed'])
  for (const status of ['open', '', 'pending,', 'pending, approved', 'toString'])
    expect(() => parseInput(CommentListQuery, { status }), status).toThrow(
      'status is not one or several of pending, published, approved, rejected, removed, set apart by commas',
    )
})
