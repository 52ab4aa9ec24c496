import { leaveRoom, makeRoom } from '../../memory'
import type { LateScorer } from '../../scoring/late-scorer'
import type { LateWorker } from './score-late'

/** Slow scorers, loaded when they are first asked for and let go when nobody needs them: they hold some 90 MB. */
export class LateWorkers {
  private loaded: Promise<{ worker: LateWorker; stop: () => Promise<void> | void }[]> | null = null

  constructor(private readonly scorers: readonly LateScorer[]) {}

  /** @throws whatever one of them throws that cannot be loaded; the next call tries again */
  async load(): Promise<LateWorker[]> {
    if (this.loaded === null) makeRoom()
    this.loaded ??= startAll(this.scorers)
    try {
      return (await this.loaded).map(({ worker }) => worker)
    } catch (error) {
      this.loaded = null
      leaveRoom()
      throw error
    }
  }

  async release(): Promise<void> {
    const { loaded } = this
    this.loaded = null
    if (loaded === null) return
    for (const { stop } of await loaded) await stop()
    leaveRoom()
  }
}

async function startAll(scorers: readonly LateScorer[]) {
  const started: { worker: LateWorker; stop: () => Promise<void> | void }[] = []
  try {
    for (const { name, version, start } of scorers) {
      const running = await start()
      const judge: LateWorker['judge'] = (inputs) => running.judge?.(inputs) ?? Promise.resolve([])
      started.push({ worker: { name, version, score: (inputs) => running.score(inputs), judge }, stop: () => running.stop() })
    }
  } catch (error) {
    for (const { stop } of started) await stop()
    throw error
  }
  return started
}
