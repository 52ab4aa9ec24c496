import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DecidedText } from './decided-text'
import type { Learning, LearningAnswer, LearningQuestion } from './learning'

/** What the thread is sent. */
export type LearningMessage = { decided: readonly DecidedText[] } | { passed: readonly DecidedText[] } | { question: LearningQuestion }

/** What it makes and drops again is looked through often, and costs little memory. */
const YOUNG_MB = 24

/**
 * Learns in a thread of its own, after all that people wait for: a fit of thousands of decisions takes minutes, and here each of its steps
 * would hold up whoever is at work.
 */
export class LearningThread implements Learning {
  private readonly worker: Worker

  /** @param file learning-worker, bundled */
  constructor(file: URL) {
    this.worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
    // Told to whoever asks it for its conclusion; before that, the end is enough.
    this.worker.on('error', () => undefined)
    this.worker.unref()
  }

  addDecided(decided: readonly DecidedText[]): void {
    this.send({ decided })
  }

  addPassed(passed: readonly DecidedText[]): void {
    this.send({ passed })
  }

  async conclude(question: LearningQuestion): Promise<LearningAnswer> {
    const settled = new AbortController()
    const { signal } = settled
    const ended = once(this.worker, 'exit', { signal }).then(() => Promise.reject(new Error('The thread that learns has ended.')))
    try {
      this.send({ question })
      const [answer] = (await Promise.race([once(this.worker, 'message', { signal }), ended])) as [LearningAnswer]
      return answer
    } finally {
      settled.abort()
      ended.catch(() => undefined)
    }
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  private send(message: LearningMessage): void {
    this.worker.postMessage(message)
  }
}
