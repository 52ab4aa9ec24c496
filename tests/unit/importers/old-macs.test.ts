import { expect, it } from 'vitest'
import { readCoral } from '@/lib/importers/coral'
import { readNdjson } from '@/lib/importers/ndjson'
import { collectFrom } from './collect'

const line = (id: string) => `{"externalId":"${id}","articleExternalId":"a","body":"${id}"}`

it('our own lines are read where all end in CR, and it is said where only some do', async () => {
  const { comments } = await collectFrom(readNdjson, `${line('c1')}\r${line('c2')}\r`)
  expect(comments.map(({ line: at, input }) => [at, input.externalId])).toEqual([
    [1, 'c1'],
    [2, 'c2'],
  ])
  const mixed = await collectFrom(readNdjson, `${line('c1')}\n${line('c2')}\r${line('c3')}\n`)
  expect(mixed.problems).toEqual(['2: This line is not JSON. Lines have to end with LF (\\n), not with CR (\\r).'])
})

it('Coral’s objects, too', async () => {
  const comment = (id: string) => JSON.stringify({ tenantID: 't', id, storyID: 's', status: 'NONE', revisions: [{ body: id }] })
  const { comments } = await collectFrom(readCoral, `${comment('c1')}\r${comment('c2')}`)
  expect(comments.map(({ input }) => input.externalId)).toEqual(['c1', 'c2'])
})
