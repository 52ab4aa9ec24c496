import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SCORER_VERSIONS } from '@/lib/scoring/scorer-versions'
import { PLAIN_SIZE } from '@/lib/scoring/judgement/read-text'
import type { Judgement } from '@/lib/scoring/judgement/judgement'
import { scoreBatch, scoreOne } from '@/lib/scoring/score-batch'
import type { ScoredInput, SiteScoring } from '@/lib/scoring/scored-input'
import { getScoringThread, startScoringThread } from '@/lib/scoring/scoring-thread'
import { bundleServer } from '@/tests/factories/bundled-server'

const article = {
  id: 'a',
  version: '1',
  title: 'The ducks of the pond',
  standfirst: null,
  body: 'Ducks swim in the pond of the park. '.repeat(20),
}
const other = { ...article, id: 'b', title: 'Trams at night', body: 'The tram runs until midnight and no longer. '.repeat(20) }
const site: SiteScoring = { watchedWords: [{ term: 'blast', kind: 'profanity', isHeld: true }], judgement: null }

/** More than two lots, over two articles, some with parents, some that nothing can be said of. */
const comments: ScoredInput[] = Array.from({ length: 250 }, (_, at) => ({
  body: at % 7 === 0 ? '…' : `Blast it, you idiot number ${at}, the ducks in the park have swum in this pond for years.`,
  parentBody: at % 3 === 0 ? 'Where are the ducks of the pond when the park is closed at night?' : null,
  article: at % 2 === 0 ? article : other,
  isReply: at % 3 === 0,
  depth: at % 3 === 0 ? (at % 9) + 1 : 0,
}))

/** A judgement that knows nothing but how deep a comment stands and that it is a reply. */
function judgeByPlace(number: number): Judgement {
  const dense = new Float32Array(PLAIN_SIZE)
  dense[2] = 1
  dense[3] = number
  const weights = { dense, hashed: new Float32Array(0), slope: 1, offset: 0, trust: 1 }
  const layout = { logitNames: [], embeddingSize: 0, known: new Uint32Array(0) }
  return { number, baseVersion: SCORER_VERSIONS.base, layout, targets: new Map([['uncivil', weights]]), late: null }
}

describe('the scoring thread', () => {
  let file = ''
  let stop = () => Promise.resolve()
  const onEnd = vi.fn()

  beforeAll(async () => {
    file = await bundleServer('tests/bench/front.ts')
    stop = startScoringThread(pathToFileURL(path.join(path.dirname(file), 'scoring-worker.mjs')), onEnd)
  })
  afterAll(async () => {
    await stop()
    await rm(path.dirname(file), { recursive: true })
  })

  it('gives what scoring here gives, in the order of the comments', async () => {
    const scored = await scoreBatch(site, comments)
    expect(scored).toEqual(comments.map((comment) => scoreOne(site, comment)))
    expect(scored[1]?.find(({ scorer }) => scorer === 'watched_words')?.scores[0]).toEqual({
      attribute: 'uncivil.profanity',
      value: 0.8,
      reason: { spans: [{ start: 0, end: 5, weight: 0.8 }], sentences: [] },
    })
    expect(scored[0]?.map(({ scores }) => scores)).toEqual([[], [], []])
  })

  it('scores by the judgement and the words it is given each time', async () => {
    // More judgements than it keeps.
    for (let number = 1; number <= 22; number += 1) {
      const own = { watchedWords: [{ term: `duck${number}`, kind: 'insult', isHeld: false }], judgement: judgeByPlace(number) }
      const some = comments.slice(0, 4).map((comment) => ({ ...comment, body: `${comment.body} A duck${number} it is.` }))
      const scored = await scoreBatch(own, some)
      expect(scored).toEqual(some.map((comment) => scoreOne(own, comment)))
      expect(scored[1]?.at(-1)?.version).toBe(`${SCORER_VERSIONS.base}+${number}`)
      expect(await scoreBatch({ ...own, judgement: null }, some)).toEqual(
        some.map((comment) => scoreOne({ ...own, judgement: null }, comment)),
      )
    }
  })

  it('leaves scoring to where comments come in when it ends, also what it was at', async () => {
    const asked = scoreBatch(site, comments)
    await (getScoringThread() as unknown as { worker: { terminate: () => Promise<number> } }).worker.terminate()
    expect(await asked).toEqual(comments.map((comment) => scoreOne(site, comment)))
    expect(getScoringThread()).toBeNull()
    expect(onEnd).toHaveBeenCalledOnce()
    expect(await scoreBatch(site, comments.slice(0, 3))).toEqual(comments.slice(0, 3).map((comment) => scoreOne(site, comment)))
  })
})
