import { Worker } from 'node:worker_threads'
import type { Judgement } from './judgement/judgement'
import type { ScorerResult } from './score-comment'
import type { ScoredInput, SiteScoring } from './scored-input'
import { packQuestion, unpackAnswer, type ScoringAnswer, type ScoringNotice } from './scoring-message'

/** What is asked at once: short enough for others to have their turn, and two under way, so that the thread never waits for us. */
const LOT = 100
const LOTS_UNDER_WAY = 2
/** Judgements that the thread keeps; at the limit all are forgotten. */
export const KEPT_JUDGEMENTS = 20
/** What the thread makes is gone at the next question: it is looked through often, and costs little memory. */
const YOUNG_MB = 24

const ENDED = 'ScoringThreadEnded'

/** The thread is gone; nothing is wrong with what it was asked. */
class ScoringThreadEnded extends Error {
  override readonly name = ENDED
}

/** Whether a refusal says that the thread is gone. By its name: the bundle that started the thread has a class of its own. */
export function isThreadEnd(error: unknown): boolean {
  return error instanceof Error && error.name === ENDED
}

interface Waiting {
  resolve: (results: ScorerResult[][]) => void
  reject: (error: Error) => void
}

/**
 * Scores comments in a thread of its own, on another processor than the one that reads requests and writes rows. What scoring
 * leaves behind in memory is looked through there, apart from all that this process keeps for long.
 */
class ScoringThread {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  private readonly judgements = new Map<Judgement, number>()
  private next = 0
  private ahead: string[] = []

  /** @param onEnd is told when the thread ends by itself, after those who wait have been refused */
  constructor(file: URL, onEnd: (error: Error) => void) {
    this.worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
    const end = (cause: unknown) => {
      const error = new ScoringThreadEnded('The scoring thread has ended.', { cause })
      for (const { reject } of this.waiting.values()) reject(error)
      this.waiting.clear()
      onEnd(error)
    }
    this.worker.on('message', (answer: ScoringAnswer) => this.settle(answer))
    // An error is followed by the end.
    let cause: unknown
    this.worker.on('error', (error) => (cause = error))
    this.worker.on('exit', () => end(cause))
    this.worker.unref()
  }

  /** Scores in the order of the comments. @throws Error when a scorer threw, which is a bug, or the thread ended */
  async score({ watchedWords, judgement }: SiteScoring, comments: readonly ScoredInput[]): Promise<ScorerResult[][]> {
    const words = JSON.stringify(watchedWords)
    const results: ScorerResult[][] = []
    const underWay: Promise<ScorerResult[][]>[] = []
    try {
      for (let from = 0; from < comments.length; from += LOT) {
        if (underWay.length === LOTS_UNDER_WAY) results.push(...((await underWay.shift()) ?? []))
        underWay.push(this.ask(words, judgement, comments.slice(from, from + LOT)))
      }
      while (underWay.length > 0) results.push(...((await underWay.shift()) ?? []))
    } finally {
      // Of two that fail the first is told.
      for (const left of underWay) left.catch(() => undefined)
    }
    return results
  }

  /** Has a text read that will be scored soon. Texts of one turn travel together. */
  readAhead(body: string): void {
    if (this.ahead.push(body) > 1) return
    setImmediate(() => {
      this.worker.postMessage({ ahead: this.ahead } satisfies ScoringNotice)
      this.ahead = []
    })
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  private ask(words: string, judgement: Judgement | null, comments: readonly ScoredInput[]): Promise<ScorerResult[][]> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.ref()
      this.worker.postMessage(packQuestion(id, { words, ...this.numberJudgement(judgement) }, comments))
    })
  }

  /** The thread counts along: when it has as many as it keeps, it forgets them at the next new one, and so do we. */
  private numberJudgement(judgement: Judgement | null): { judgement: number | null; newJudgement: Judgement | null } {
    if (judgement === null) return { judgement: null, newJudgement: null }
    const known = this.judgements.get(judgement)
    if (known !== undefined) return { judgement: known, newJudgement: null }
    if (this.judgements.size === KEPT_JUDGEMENTS) this.judgements.clear()
    this.judgements.set(judgement, this.judgements.size)
    // What is known later nobody asks the thread about.
    return { judgement: this.judgements.size - 1, newJudgement: { ...judgement, late: null } }
  }

  private settle(answer: ScoringAnswer): void {
    const waiting = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    if (this.waiting.size === 0) this.worker.unref()
    if (answer.failure === undefined) waiting?.resolve(unpackAnswer(answer))
    else waiting?.reject(new Error(answer.failure))
  }
}

/** One for the process: the server in front and the pages behind it are bundled apart. */
const shared = globalThis as typeof globalThis & { parleyScoring?: ScoringThread | undefined }

/** The thread that scores; null where none was started, and after its end. */
export function getScoringThread(): ScoringThread | null {
  return shared.parleyScoring ?? null
}

/**
 * Has comments scored in a thread from now on. If it ends, they are scored where they come in, as before.
 *
 * @param file scoring-worker, as source or bundled
 * @returns stops it
 */
export function startScoringThread(file: URL, onEnd: (error: Error) => void): () => Promise<void> {
  let isStopping = false
  const thread = new ScoringThread(file, (error) => {
    if (shared.parleyScoring === thread) shared.parleyScoring = undefined
    if (!isStopping) onEnd(error)
  })
  shared.parleyScoring = thread
  return async () => {
    isStopping = true
    await thread.stop()
  }
}
