import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { collectFrom } from './collect'

const read = (...lines: string[]) => collectFrom(readCsv, lines.join('\n'), { articleExternalId: 'a-1' })

describe('a table whose rows are numbered', () => {
  it.each(['Nr', 'No.', '#', 'Lfd. Nr.'])('takes the numbers of rows for ids where replies refer to them: %s', async (name) => {
    const { comments, problems } = await read(`${name},Antwort auf,text`, '1,,Hello', '2,1,Hi', '3,Nr. 2,Bye', '4,#2,Yes')
    expect(comments.map(({ input }) => [input.externalId, input.parentExternalId])).toEqual([
      ['a-1#1', undefined],
      ['a-1#2', 'a-1#1'],
      ['a-1#3', 'a-1#2'],
      ['a-1#4', 'a-1#2'],
    ])
    expect(problems).toEqual([])
  })

  it('does not take the numbers of rows for ids beside ids, or where nothing refers to them', async () => {
    const beside = await read('Nr,id,parent,text', '1,c-7,,Hello', '2,c-8,c-7,Hi')
    expect(beside.comments.map(({ input }) => [input.externalId, input.parentExternalId])).toEqual([
      ['c-7', undefined],
      ['c-8', 'c-7'],
    ])
    const alone = await read('Nr,text', '1,Hello')
    expect(alone.comments[0]?.input.externalId).toMatch(/^a-1#[0-9a-f]{16}-1$/)
    expect(alone.problems).toEqual(['1: 1 column is not known and was left out.'])
  })
})
