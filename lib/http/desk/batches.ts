import type { BatchInput, BatchProgress, BatchResource } from '../../contracts/batch'
import type { ExchangeInput } from '../../contracts/exchange'
import { decideExchange } from '../../services/batch/exchange'
import { getBatch as readBatch } from '../../services/batch/get'
import { makeBatch } from '../../services/batch/preview'
import { startBatch } from '../../services/batch/start'
import { undoBatch } from '../../services/batch/undo'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'
import { toProblem } from '../problem'

/** `POST /api/v1/desk/batches`: says what deciding on many comments at once would do, or with `isStarted` does it. */
export const postBatch = handle(async (ctx, request) => json(await makeBatch(ctx, (await readJson(request)) as BatchInput), 201))

/** `POST /api/v1/desk/exchanges`: decides on an exchange, each comment by itself and all at once. */
export const postExchange = handle(async (ctx, request) => json(await decideExchange(ctx, (await readJson(request)) as ExchangeInput), 201))

/** `GET /api/v1/desk/batches/{id}`: a batch and what became of its comments. */
export const getBatch = handle(async (ctx, request) => json(await readBatch(ctx, segmentAfter(request, 'batches'))))

/** `POST /api/v1/desk/batches/{id}/start`: carries a previewed batch out. Lines of progress, then the batch. */
export const postBatchStart = handle((ctx, request) => inLines((tell) => startBatch(ctx, segmentAfter(request, 'batches'), tell)))

/** `POST /api/v1/desk/batches/{id}/undo`: takes a batch back. Lines of progress, then the batch. */
export const postBatchUndo = handle((ctx, request) => inLines((tell) => undoBatch(ctx, segmentAfter(request, 'batches'), tell)))

/**
 * Answers with one line for each step of long work; the last has its outcome or problem. A refusal before the first step is a
 * proper answer. The work continues even if the caller leaves.
 */
async function inLines(work: (tell: (progress: BatchProgress) => void) => Promise<BatchResource>): Promise<Response> {
  const lines = new TransformStream<string, string>(undefined, new CountQueuingStrategy({ highWaterMark: 10_000 }))
  const writer = lines.writable.getWriter()
  let hasBegun = () => undefined as void
  const begun = new Promise<void>((resolve) => (hasBegun = resolve))
  const write = (line: unknown) => void writer.write(`${JSON.stringify(line)}\n`).catch(() => undefined)
  const done = work((progress) => {
    write(progress)
    hasBegun()
  })
  await Promise.race([begun, done])
  done
    .then(write, (error: unknown) => write(toProblem(error)))
    .then(() => writer.close())
    .catch(() => undefined)
  return new Response(lines.readable.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  })
}
