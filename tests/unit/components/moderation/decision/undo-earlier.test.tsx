// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answer, openDesk, stubDesk, type StubbedDesk } from '../queue/open-desk'
import { COUNTS, makeContext, makePage, makeRow, MODERATOR } from '../desk-fixtures'
import { listToasts, toast } from '@/components/ui/toast'
import type { LoggedDecision } from '@/lib/contracts/decision-log'

const ROWS = [makeRow(1), makeRow(2), makeRow(3)]

let made = 0
/** What was decided a number of minutes ago on the comment of that number, on a page that has been left since. */
function makeLogged(minutes: number, row: number, change: Partial<LoggedDecision> = {}): LoggedDecision {
  const { id } = makeRow(row)
  made += 1
  return {
    ...{ id: `decision-${made}`, kind: 'approve', by: MODERATOR.name, byId: MODERATOR.id, actorKind: 'user' },
    ...{ at: new Date(Date.now() - minutes * 60_000).toISOString(), reason: null, note: null, mark: null, markKind: null },
    ...{ batch: null, together: null, appeal: null, isUndone: false, statusBefore: 'published', statusAfter: 'approved' },
    comment: { id, excerpt: 'A text', commenterName: `Voice ${row}`, status: 'approved', isHarsh: false },
    article: { id: 'article-1', title: 'Tram' },
    ...change,
  } as LoggedDecision
}

describe('the key that takes back, on a page where nothing has been decided yet', () => {
  let desk: StubbedDesk
  let log: LoggedDecision[]
  beforeEach(() => {
    desk = stubDesk((path) => {
      if (path.includes('decisions?')) return answer(200, { decisions: log, nextCursor: null })
      const row = ROWS.find((candidate) => path.endsWith(candidate.id))
      return answer(200, row ? makeContext(row) : path.includes('counts') ? COUNTS : makePage(ROWS))
    })
    desk.answerPost = (path) => {
      log = log.map((decision) => (path.includes(decision.id) ? { ...decision, isUndone: true } : decision))
      return answer(200, {})
    }
    openDesk({ shown: ROWS })
  })
  afterEach(() => {
    cleanup()
    act(() => listToasts().forEach(({ id }) => toast.dismiss(id)))
    desk.restore()
  })
  const saysOnly = (title: string) => waitFor(() => expect(listToasts()).toMatchObject([{ title }]))
  const press = () => fireEvent.keyDown(window, { key: 'z' })
  /** The decisions that were asked to be taken back. */
  const posted = () => desk.posted.map(({ path }) => path.split('/').at(-2))
  const isAt = (row: number) => waitFor(() => expect(screen.getByRole('row', { selected: true }).id).toBe(`comment-${makeRow(row).id}`))

  it('takes back what was decided last before it was opened, then what was decided before that', async () => {
    const [last, before] = [makeLogged(1, 3), makeLogged(2, 2)]
    log = [makeLogged(0, 1, { kind: 'undo' }), last, before]
    press()
    await isAt(3)
    expect(listToasts()).toMatchObject([{ title: 'Undone', description: 'Voice 3' }])
    press()
    await isAt(2)
    expect(posted()).toEqual([last.id, before.id])
  })

  it('leaves what is long past, what is undone, and what was answered to an appeal', async () => {
    log = [makeLogged(1, 1, { isUndone: true }), makeLogged(1, 2, { appeal: 'granted' }), makeLogged(16, 3)]
    press()
    await saysOnly('There is nothing to undo')
    expect(posted()).toEqual([])
  })

  it('says what would not be taken back, and comes to what was decided before it', async () => {
    const [refused, before] = [makeLogged(1, 3), makeLogged(2, 2)]
    log = [refused, before]
    const undo = desk.answerPost
    const problem = { type: '/problems/conflict', title: 'Conflict', status: 409, detail: 'Teo has decided since.' }
    desk.answerPost = (path) => (path.includes(refused.id) ? answer(409, problem) : undo(path))
    press()
    await saysOnly('Not undone')
    press()
    await isAt(2)
    expect(posted()).toEqual([refused.id, before.id])
  })

  it('asks again for a batch that the server could not take back, and takes nothing else instead', async () => {
    const batch = { id: 'batch-1', title: 'Reject', isUndone: false }
    log = [makeLogged(1, 3, { batch }), makeLogged(2, 2)]
    const problem = { type: '/problems/unavailable', title: 'Unavailable', status: 500, detail: 'The database is away.' }
    desk.answerPost = () => answer(500, problem)
    press()
    await saysOnly('Not undone')
    const asked = desk.posted.length
    press()
    await waitFor(() => expect(desk.posted.length).toBeGreaterThan(asked))
    expect(desk.posted.every(({ path }) => path.includes('batch-1'))).toBe(true)
  })
})
