import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { RecentCache } from '../recent-cache'

/** Numbers of a sentence vector. */
export const VECTOR_SIZE = 512
/** Longer texts say what they are about before that. */
const MOST_UNITS = 1500
/** So many texts are sent at once: a sixteenth of a second at most. Sentences take a twentieth less so than two by two. */
const AT_ONCE = 4
/** What one lot leaves behind is gone at the next. */
const YOUNG_MB = 8
/** Several scorers ask about the same texts in turn. */
const KEPT_TEXTS = 64
/** States are a thousand times as large as a vector; who asks for them twice does so soon. */
const KEPT_STATES = 8

/** What the encoder says of a text: its vector and, for whoever asks, a row of as many numbers for each piece of a word, of which the vector is made. */
export interface EncodedText {
  vector: Float32Array
  states: Float32Array
  /** Where each piece ends in the text (UTF-16 units, once it is in the form NFKC). */
  ends: Uint32Array
}

interface Waiting {
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

interface Answer {
  id?: number
  ready?: boolean
  vectors?: Float32Array[]
  states?: Float32Array[]
  ends?: Uint32Array[]
  failure?: string
}

/** The thread that runs, for whoever asks, and how many have. */
const shared: { vectors: Promise<SentenceVectors> | null; users: number } = { vectors: null, users: 0 }

/**
 * Sentence vectors (Universal Sentence Encoder lite, 512 numbers), made in a thread of their own, one for all: about 65 texts of
 * full length a second, and some 35 MB while it runs.
 */
export class SentenceVectors {
  private readonly kept = new RecentCache<Float32Array>(KEPT_TEXTS)
  private readonly keptStates = new RecentCache<EncodedText>(KEPT_STATES)
  private readonly waiting = new Map<number, Waiting>()
  private next = 0
  private failure: Error | null = null
  private hasStopped = false

  private constructor(private readonly worker: Worker) {
    worker.on('message', (answer: Answer) => this.settle(answer))
    worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.fail(new Error('The thread for sentence vectors has ended')))
  }

  /** Starts the thread, unless it runs, and waits until the model is loaded. @throws Error when it cannot be */
  static async start(): Promise<SentenceVectors> {
    shared.vectors ??= SentenceVectors.launch()
    shared.users += 1
    return shared.vectors.catch((error: unknown) => {
      forget()
      throw error
    })
  }

  private static async launch(): Promise<SentenceVectors> {
    const file = path.join(/*turbopackIgnore: true*/ process.cwd(), 'lib/scoring/topicality/embedding-worker.mjs')
    const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve())
      worker.once('error', reject)
    })
    worker.unref()
    return new SentenceVectors(worker)
  }

  /** @throws Error when the thread has ended or the model refused */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const vectors = new Map(texts.map((text) => [text, this.kept.find(text)]))
    const unknown = [...vectors].flatMap(([text, vector]) => (vector === undefined ? [text] : []))
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const lot = unknown.slice(at, at + AT_ONCE)
      const made = await this.ask(lot, false)
      for (const [place, text] of lot.entries()) vectors.set(text, this.keep(text, made.vectors?.[place]))
    }
    return texts.map((text) => vectors.get(text) ?? new Float32Array(VECTOR_SIZE))
  }

  /**
   * Texts one after the other with the states of their pieces, half a megabyte of a long one: what is made of them is for the caller to keep.
   *
   * @throws Error when the thread has ended or the model refused
   */
  async *embedWithStates(texts: readonly string[]): AsyncGenerator<EncodedText> {
    for (let at = 0; at < texts.length; at += AT_ONCE) {
      const lot = texts.slice(at, at + AT_ONCE)
      const known = new Map(lot.map((text) => [text, this.keptStates.find(text)]))
      const unknown = lot.filter((text) => known.get(text) === undefined)
      const made = unknown.length === 0 ? {} : await this.ask(unknown, true)
      for (const text of lot) yield known.get(text) ?? this.keepStates(text, unknown.indexOf(text), made)
    }
  }

  private keepStates(text: string, place: number, { vectors, states, ends }: Answer): EncodedText {
    return this.keptStates.getOrCompute(text, () => ({
      vector: this.keep(text, vectors?.[place]),
      states: states?.[place] ?? new Float32Array(VECTOR_SIZE),
      ends: ends?.[place] ?? new Uint32Array(),
    }))
  }

  private keep(text: string, vector: Float32Array = new Float32Array(VECTOR_SIZE)): Float32Array {
    return this.kept.getOrCompute(text, () => vector)
  }

  /** Ends the thread when nobody who started it is left. */
  async stop(): Promise<void> {
    shared.users -= 1
    if (shared.users > 0) return
    this.hasStopped = true
    forget()
    await this.worker.terminate()
  }

  private ask(texts: readonly string[], states: boolean): Promise<Answer> {
    if (this.failure !== null) return Promise.reject(this.failure)
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.ref()
      this.worker.postMessage({ id, texts: texts.map((text) => text.slice(0, MOST_UNITS) || ' '), states })
    })
  }

  private settle(answer: Answer): void {
    const { id = -1, vectors, failure } = answer
    const waiting = this.waiting.get(id)
    if (waiting === undefined) return
    this.waiting.delete(id)
    if (this.waiting.size === 0) this.worker.unref()
    if (vectors === undefined) waiting.reject(new Error(failure ?? 'No vectors'))
    else waiting.resolve(answer)
  }

  private fail(error: Error): void {
    this.failure = error
    // Whoever starts next starts another.
    if (!this.hasStopped) forget()
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

function forget(): void {
  shared.vectors = null
  shared.users = 0
}
