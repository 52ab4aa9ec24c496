import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CommentInput } from '@/lib/contracts/ingest'
import { listProblems, parseInput, tellProblem } from '@/lib/contracts/parse'

/** What is said of a comment, as "field words". */
function problemsOf(value: unknown): string[] {
  const { error } = CommentInput.safeParse(value)
  return error ? listProblems(error).map(({ path, message }) => `${path.join('.')} ${message}`.trim()) : []
}

const COMMENT = { externalId: 'c1', articleExternalId: 'a1', body: 'And the airport?' }

describe('what is wrong with an input', () => {
  it('is nothing with a comment that is right', () => {
    expect(problemsOf(COMMENT)).toEqual([])
  })

  it('names what is missing', () => {
    expect(problemsOf({})).toEqual(['externalId is missing', 'articleExternalId is missing', 'body is missing'])
  })

  it('names what is of another type, without the words of the library', () => {
    expect(problemsOf({ ...COMMENT, externalId: 5, author: 'Hannes', revision: '1' })).toEqual([
      'externalId is not a text',
      'author is not an object',
      'revision is not a number',
    ])
    expect(problemsOf({ ...COMMENT, revision: 1.5 })).toEqual(['revision is not a whole number'])
    expect(problemsOf({ ...COMMENT, revision: -1 })).toEqual(['revision is less than 0'])
    expect(problemsOf('a comment')).toEqual(['is not an object'])
  })

  it('names fields that are not known, of thousands a few, and none at length', () => {
    expect(problemsOf({ ...COMMENT, text: 'x' })).toEqual(['has a field that is not known here: text'])
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`${'long'.repeat(50)}${at}`, at]))
    const [problem] = problemsOf({ ...COMMENT, ...many })
    expect(problem).toMatch(/^has fields that are not known here: (long)+(, (long)+){4}$/)
    expect(problem).toHaveLength(344)
  })

  it('says once what is wrong with a time', () => {
    const wrong = 'postedAt is not a time with an offset, such as 2026-03-01T09:30:00Z'
    expect(problemsOf({ ...COMMENT, postedAt: 'yesterday' })).toEqual([wrong])
    expect(problemsOf({ ...COMMENT, postedAt: '2026-03-01T09:30:00' })).toEqual([wrong])
    expect(problemsOf({ ...COMMENT, postedAt: '0000-03-01T09:30:00Z' })).toEqual(['postedAt is not within the years 1 to 9999'])
  })

  it('names what may stand there, and the bounds of a list and of a number', () => {
    const Choice = z.object({ reason: z.enum(['spam', 'other']), wait: z.coerce.number().max(30), ids: z.array(z.string()).min(1).max(2) })
    const found = (value: unknown) => tellProblem(Choice.safeParse(value).error ?? new z.ZodError([]))
    expect(found({ reason: 'rude', wait: 0, ids: ['a'] })).toBe('reason is not one of spam, other')
    expect(found({ wait: 0, ids: ['a'] })).toBe('reason is missing')
    expect(found({ reason: 'spam', wait: 31, ids: ['a'] })).toBe('wait is more than 30')
    expect(found({ reason: 'spam', wait: 'soon', ids: ['a'] })).toBe('wait is not a number')
    expect(found({ reason: 'spam', wait: 0, ids: [] })).toBe('ids is empty')
    expect(found({ reason: 'spam', wait: 0, ids: ['a', 'b', 'c'] })).toBe('ids has more than 2 items')
  })

  it('stands in a sentence: with a subject, or of all that was sent', () => {
    expect(() => parseInput(CommentInput, null)).toThrow('What was sent is not an object')
    expect(() => parseInput(CommentInput, {})).toThrow('externalId is missing')
    const { error } = CommentInput.safeParse({})
    expect(tellProblem(error ?? new z.ZodError([]), 'line 3')).toBe('line 3: externalId is missing')
  })
})
