import { describe, expect, it } from 'vitest'
import { ScorerClient } from '@/lib/events/ask-scorer'
import { decideComment } from '@/lib/services/comment/decide'
import { removeComment } from '@/lib/services/comment/remove'
import { patchScorer } from '@/lib/services/remote-scorer/manage'
import { askDue, listReadyScorers } from '@/lib/services/remote-scorer/dispatch'
import { makeGate } from '@/tests/factories/gate'
import {
  addHttp,
  askAll,
  dispatch,
  fail,
  OF_INSULT,
  prepareScorerWorld,
  readMissing,
  readRow,
  send,
  world,
} from '@/tests/factories/scorer-world'

prepareScorerWorld()

describe('a scorer outside, later', () => {
  it('scores the text it was asked about and no other: an edit is scored anew', async () => {
    await addHttp()
    await send({ c: 'The first text.' })
    const [asked, edited] = [makeGate(), makeGate()]
    world.service.mood = ({ json }) => {
      if (json.comment?.revision !== 1) return { json: { scores: { threat: 0.7 } } }
      asked.open()
      return { json: { scores: { insult: 0.93 } }, after: edited.opened }
    }
    const [scorer] = await listReadyScorers(dispatch())
    const asking = askDue(dispatch(), scorer ?? fail())
    await asked.opened
    await send({ c: 'The second text.' }, 2)
    edited.open()
    await asking
    expect((await readRow('c')).state.suggestions.uncivil).toBeNull()
    await askAll()
    expect((await readRow('c')).state.suggestions.uncivil).toMatchObject({ kind: 'threat' })
  })

  it('is not asked about what was deleted, nor while it is paused; what waited is asked later', async () => {
    const { id } = await addHttp()
    world.service.mood = () => OF_INSULT
    await send({ c: 'A comment.', d: 'Another one.' })
    await removeComment(world.site.asKey('ingest'), 'd')
    await patchScorer(await world.site.as('admin'), id, { isPaused: true })
    expect(await askAll()).toBe(0)
    await patchScorer(await world.site.as('admin'), id, { isPaused: false })
    await askAll()
    expect(world.service.asked.map(({ json }) => json.comment?.body)).toEqual(['A comment.'])
  })

  it('leaves alone what a person has decided', async () => {
    await addHttp()
    world.service.mood = () => OF_INSULT
    await send({ c: 'A comment.' })
    const row = await readRow('c')
    await decideComment(await world.site.as('moderator'), row.id, { version: 1, act: { kind: 'approve' } })
    await askAll()
    expect((await readRow('c')).state).toMatchObject({ status: 'approved', isReviewed: true, suggestions: { uncivil: null } })
  })

  it('is not called at a private address, whatever its name leads to', async () => {
    await addHttp({ url: 'https://scorer.example/score' })
    await world.client.close()
    world.client = new ScorerClient(false, () => Promise.resolve([{ address: '10.0.0.7', family: 4 }]))
    await send({ c: 'A comment.' })
    await askAll()
    expect(await readMissing('c')).toEqual([
      { scorer: 'Outside', failure: 'Its name leads to an address that is not of the open internet.', isWaiting: true },
    ])
  })
})
