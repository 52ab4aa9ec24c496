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
  /** Rejected when the thread ends, by what it ended of; it may do so before anybody waits for its conclusion. */
  private readonly ended: Promise<never>

  /** @param file learning-worker, bundled */
  constructor(file: URL) {
    this.worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
    this.ended = new Promise((_, reject) => {
      // The end comes after it.
      this.worker.once('error', reject)
      this.worker.once('exit', () => reject(new Error('The thread that learns has ended.')))
    })
    this.ended.catch(() => undefined)
    this.worker.unref()
  }

  addDecided(decided: readonly DecidedText[]): void {
    this.send({ decided })
  }

  addPassed(passed: readonly DecidedText[]): void {
    this.send({ passed })
  }

  conclude(question: LearningQuestion): Promise<LearningAnswer> {
    const answer = new Promise<LearningAnswer>((resolve) => this.worker.once('message', resolve))
    this.send({ question })
    return Promise.race([answer, this.ended])
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  private send(message: LearningMessage): void {
    this.worker.postMessage(message)
  }
}
