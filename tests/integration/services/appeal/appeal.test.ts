import { describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { readOpenAppeals } from '@/lib/db/appeal/appeal'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { listAppeals } from '@/lib/services/appeal/list'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { listDecisionLog } from '@/lib/services/decision/list'
import { undoDecision } from '@/lib/services/decision/undo'
import { readFeed } from '@/lib/services/feed/read'
import { answer, appeal, decide, fillWorld, isFlagged, listOpen, readState, REJECT, WORDS, world } from '@/tests/factories/appeal-world'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

fillWorld()

const readAll = async () =>
  (await readFeed(world.site.asKey('read'), { after: 0, limit: 100, wait: 0 }, new AbortController().signal)).items

describe('appealing', () => {
  it('is kept with the decision that stands, and makes no new version', async () => {
    const { decisionId } = await decide(REJECT)
    const added = await addAppeal(world.site.asKey('ingest'), 'c', { statement: WORDS, appealedAt: '2026-03-01T11:00:00Z' })
    expect(added).toMatchObject({ decisionId, outcome: 'created', state: 'open' })
    const [row] = await getDb().query('SELECT * FROM appeal WHERE site_id = $1', [world.site.id])
    expect(row).toMatchObject({
      id: added.id,
      subject: 'rejection',
      statement: WORDS,
      appealed_at: new Date('2026-03-01T11:00:00Z'),
      outcome: null,
    })
    expect([(await readState()).version, await isFlagged(), (await readOpenAppeals(getDb(), world.site.id)).open]).toEqual([2, true, 1])
  })

  it('the same words again are the same appeal, others are refused, also once it is answered', async () => {
    await decide(REJECT)
    const first = await appeal()
    expect(await appeal()).toEqual({ ...first, outcome: 'unchanged' })
    await expect(appeal('Once more')).rejects.toMatchObject({ code: 'not_allowed', message: /open already/ })
    await answer(first.id, 'upheld')
    expect(await appeal()).toEqual({ ...first, outcome: 'unchanged', state: 'upheld' })
    await expect(appeal('Once more')).rejects.toMatchObject({ code: 'not_allowed', message: /appealed against before/ })
  })

  it('of many that come at once one is kept', async () => {
    await decide(REJECT)
    const sent = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => appeal(`Words ${index}`)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await readOpenAppeals(getDb(), world.site.id)).open).toBe(1)
  })

  it('a new decision can be appealed against anew', async () => {
    await decide(REJECT)
    const first = await appeal()
    await answer(first.id, 'granted')
    expect(await appeal()).toMatchObject({ id: first.id, outcome: 'unchanged', state: 'granted' })
    const { decisionId } = await decide({ kind: 'reject', reason: 'spam' }, world.ann)
    expect(await appeal()).toMatchObject({ decisionId, outcome: 'created', state: 'open' })
  })

  it.each([
    ['what nobody has decided against', 'published', /Nothing was decided/],
    ['what still waits', 'pending', /waits for a person/],
    ['what was deleted', 'removed', /deleted at its source/],
  ] as const)('is refused for %s', async (_what, status, message) => {
    await makeComment(world.site, { externalId: 'other', status })
    await expect(appeal(WORDS, 'other')).rejects.toMatchObject({ code: 'not_allowed', message })
  })

  it('is refused without words, without its comment, from the future, and to keys that may not', async () => {
    await decide(REJECT)
    await expect(appeal(' \n')).rejects.toMatchObject({ code: 'invalid_input', detail: { problems: [{ path: ['statement'] }] } })
    await expect(appeal('x'.repeat(5001))).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(appeal(WORDS, 'nope')).rejects.toMatchObject({ code: 'not_found' })
    await expect(addAppeal(world.site.asKey('read'), 'c', { statement: WORDS })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addAppeal((await makeSite()).asKey('ingest'), 'c', { statement: WORDS })).rejects.toMatchObject({ code: 'not_found' })
    const late = addAppeal(world.site.asKey('ingest'), 'c', { statement: WORDS, appealedAt: '2126-03-03T00:00:00Z' })
    await expect(late).rejects.toMatchObject({ code: 'invalid_input', detail: { problems: [{ path: ['appealedAt'] }] } })
  })

  it('is against what rejected a comment, not against a mark set later; against a mark where that is all', async () => {
    const { decisionId } = await decide(REJECT)
    await decide({ kind: 'mark', mark: 'off_topic' }, world.ann)
    expect(await appeal()).toMatchObject({ decisionId })
    const marked = await makeComment(world.site, { externalId: 'm', status: 'published' })
    const mark = await decideComment(world.mo, marked.id, { version: 1, act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' } })
    expect(await appeal(WORDS, 'm')).toMatchObject({ decisionId: mark.decisionId })
    expect((await listOpen()).map(({ subject }) => subject)).toEqual(['rejection', 'uncivil'])
  })
})

describe('answering', () => {
  it('granted: the comment is approved, and the mark that came with the rejection is gone', async () => {
    await decide({ kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true })
    const { id } = await appeal()
    const { decisionId } = await answer(id, 'granted', { note: 'You were right.' })
    expect(await readState()).toEqual({ version: 3, status: 'approved', marks: { offTopic: false, uncivil: null } })
    const told = (await readAll()).at(-1)
    expect(told).toMatchObject({ id: decisionId, kind: 'approve', note: 'You were right.', appeal: { id, outcome: 'granted' } })
    expect([await listOpen(), await isFlagged()]).toEqual([[], false])
  })

  it('upheld: everything stays, and the reason and the note go to the commenter', async () => {
    await decide(REJECT)
    const { id } = await appeal()
    await answer(id, 'upheld', { reason: 'hate', note: 'We read it twice.' })
    expect(await readState()).toMatchObject({ version: 3, status: 'rejected' })
    expect((await readAll()).at(-1)).toMatchObject({
      kind: 'uphold',
      reason: 'hate',
      note: 'We read it twice.',
      appeal: { id, outcome: 'upheld' },
      comment: { externalId: 'c', status: 'rejected', version: 3 },
    })
    const [logged] = (await listDecisionLog(world.mo, {})).decisions
    expect(logged).toMatchObject({ kind: 'uphold', by: 'Ann', appeal: 'upheld' })
    const { appeals, history } = await getCommentContext(world.mo, world.made.id)
    expect(appeals).toMatchObject([{ id, state: 'upheld', statement: WORDS, answer: { by: 'Ann', note: 'We read it twice.' } }])
    expect(history.map(({ kind }) => kind)).toEqual(['uphold', 'reject'])
  })

  it.each([
    ['an approval', () => decide({ kind: 'approve' }, world.ann)],
    ['taking the rejection back', async () => undoDecision(world.mo, (await readAll())[0]?.id ?? '')],
  ])('%s in the queue grants it as well', async (_what, act) => {
    await decide(REJECT)
    const { id } = await appeal()
    await act()
    expect((await readAll()).at(-1)?.appeal).toEqual({ id, outcome: 'granted' })
    expect((await listAppeals(world.ann, { state: 'answered' })).appeals).toMatchObject([{ id, state: 'granted' }])
  })

  it('a decision that leaves the rejection as it is answers nothing', async () => {
    await decide(REJECT)
    await appeal()
    await decide({ kind: 'mark', mark: 'off_topic' }, world.ann)
    expect([(await listOpen()).length, (await readAll()).at(-1)?.appeal]).toEqual([1, null])
  })

  it('taking the answer back opens the appeal again, and the feed keeps what it said', async () => {
    await decide(REJECT)
    const { id } = await appeal()
    const { decisionId } = await answer(id, 'upheld')
    await undoDecision(world.ann, decisionId)
    expect((await listOpen()).map((open) => open.id)).toEqual([id])
    expect((await readAll()).map(({ appeal: told }) => told)).toEqual([null, { id, outcome: 'upheld' }, { id, outcome: null }])
    expect([await isFlagged(), (await listDecisionLog(world.mo, {})).decisions[0]?.appeal]).toEqual([true, 'reopened'])
    await answer(id, 'granted')
    expect((await readState()).status).toBe('approved')
  })

  it('is refused to whoever decided, as long as a colleague could; to editors; and twice', async () => {
    await decide(REJECT)
    const { id } = await appeal()
    await expect(answer(id, 'upheld', {}, world.mo)).rejects.toMatchObject({ code: 'forbidden', message: /a colleague answers/ })
    await expect(answer(id, 'granted', {}, world.mo)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(answer(id, 'upheld', {}, await world.site.as('editor'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(answer(id, 'upheld', { reason: 'Nothing we know' })).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await listAppeals(world.mo, {})).appeals[0]?.mayAnswer).toBe('own')
    await answer(id, 'upheld')
    await expect(answer(id, 'granted')).rejects.toMatchObject({ code: 'not_allowed', message: 'Ann has answered this appeal already.' })
    await expect(answerAppeal(world.ann, world.made.id, { version: 1, outcome: 'upheld' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('a version that is no longer there is a conflict that says who was first', async () => {
    await decide(REJECT)
    const { id } = await appeal()
    await decide({ kind: 'mark', mark: 'off_topic' }, world.mo)
    const late = answerAppeal(world.ann, id, { version: 2, outcome: 'upheld' })
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: { conflict: { by: 'Mo', kind: 'mark', version: 3 } } })
    expect((await listOpen()).map((open) => open.id)).toEqual([id])
  })

  it('of two colleagues who answer at once one is first', async () => {
    await decide(REJECT)
    const { id } = await appeal()
    const both = await Promise.allSettled([
      answerAppeal(world.ann, id, { version: 2, outcome: 'upheld' }),
      answerAppeal(await world.site.as('admin', 'Ada'), id, { version: 2, outcome: 'granted' }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await readAll()).filter(({ appeal: told }) => told !== null)).toHaveLength(1)
  })
})
