import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import autocannon from 'autocannon'
import { createParleyClient } from '@/lib/contracts/client'
import type { CommentInput } from '@/lib/contracts/ingest'
import { bundleServer } from '@/tests/factories/bundled-server'
import { NewsTexts } from './news-comments'

/** The listener in another process. */
export async function startFront() {
  const file = await bundleServer('tests/bench/front.ts')
  const child = fork(file, {
    // Started as `npm start` starts one, without what this process was told. It writes its log as a server does; nobody reads it.
    execArgv: [],
    env: { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '262144', ...process.env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    origin: `http://127.0.0.1:${port}`,
    readUse: async () => {
      child.send('use')
      const [use] = (await once(child, 'message')) as [{ peakBytes: number; processorSeconds: number }]
      return use
    },
    processId: child.pid ?? 0,
    stop: async () => {
      // It ends itself then.
      child.disconnect()
      await once(child, 'exit')
      await rm(path.dirname(file), { recursive: true })
    },
  }
}

export type Front = Awaited<ReturnType<typeof startFront>>

interface Rate {
  perSecond: number
  p50: number
  p99: number
}

let made = 0

/** Comments that nobody has sent before; every second one replies to the one before it. */
function* makeFresh(count: number): Generator<CommentInput> {
  const run = `${made++}`
  const texts = new NewsTexts(made)
  for (let at = 0; at < count; at += 1) {
    yield {
      externalId: `${run}-${at}`,
      articleExternalId: 'ferry',
      parentExternalId: at % 2 === 1 ? `${run}-${at - 1}` : null,
      author: { externalId: `reader-${at % 5000}`, name: `Reader ${at % 5000}` },
      body: texts.next(),
      revision: 1,
    }
  }
}

/** Requests with `size` comments each (1: single ones), on so many connections; the rate is of comments, times in ms. */
export async function postComments(origin: string, key: string, connections: number, size: number, seconds: number): Promise<Rate> {
  const comments = [...makeFresh(Math.max(8000 * seconds, 1000))]
  const bodies = Array.from({ length: Math.floor(comments.length / size) }, (_, at) => {
    const part = comments.slice(at * size, (at + 1) * size)
    return JSON.stringify(size === 1 ? part[0] : part)
  })
  let next = 0
  const result = await autocannon({
    url: `${origin}/api/v1/comments`,
    method: 'POST',
    connections,
    duration: seconds,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    requests: [{ setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] ?? '' }) }],
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refusals and ${result.errors} errors`)
  if (next > bodies.length) console.warn('(the comments ran out and were sent again: the rate is too high)')
  return { perSecond: result.requests.average * size, p50: result.latency.p50, p99: result.latency.p99 }
}

/** Comments a second of one stream of `count`. */
export async function streamComments(origin: string, key: string, count: number): Promise<number> {
  const started = performance.now()
  let created = 0
  for await (const outcome of createParleyClient({ baseUrl: origin, key }).sendComments(makeFresh(count)))
    created += Number(outcome.outcome === 'created')
  if (created !== count) throw new Error(`${created} of ${count} were created`)
  return (count * 1000) / (performance.now() - started)
}
