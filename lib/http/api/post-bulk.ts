import type { BulkAbort, BulkOutcome } from '../../contracts/bulk'
import { DomainError } from '../../domain/errors'
import { readEnv } from '../../env'
import { ingestStream } from '../../services/comment/ingest-stream'
import { refuseIfAway } from '../../services/health/away'
import { makeAdmission, whileAdmitted } from '../admission'
import { readExpanded } from '../compressed'
import { handle } from '../handler'
import { reportFault } from '../problem'

const MEGABYTE = 1024 * 1024
const TYPES = new Set(['application/x-ndjson', 'application/ndjson', 'application/jsonl'])

/**
 * `POST /api/v1/comments/bulk`: NDJSON in, NDJSON out, both as streams. Each line gets its outcome once it is committed. If the
 * stream breaks off, a last line says `aborted`. An error before the first outcome is a problem document.
 */
export const handlePostBulk = handle(async (ctx, request) => {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!TYPES.has(type)) throw new DomainError('unsupported_format', 'Send content-type: application/x-ndjson.')
  const source = readExpanded(request, readEnv().BULK_MAX_EXPANDED_MB * MEGABYTE)
  const isAdmitted = makeAdmission(request, ctx.actor.siteId, 'ingest')
  const outcomes = ingestStream(ctx, whileAdmitted(source, isAdmitted, 'This API key has since been revoked.'))
  const first = await outcomes.next()
  if (first.done === true) throw new DomainError('invalid_input', 'The stream is empty. Send at least one line.')
  return new Response(toStream(first.value, outcomes), {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  })
})

function toStream(first: BulkOutcome[], rest: AsyncGenerator<BulkOutcome[]>): ReadableStream<Uint8Array> {
  let lastLine = 0
  let hasLeft = false
  const encode = (outcomes: BulkOutcome[]): Uint8Array => {
    lastLine = outcomes.at(-1)?.line ?? lastLine
    return Buffer.from(outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''))
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encode(first)),
      pull: async (controller) => {
        try {
          const next = await rest.next()
          if (hasLeft) return
          if (next.done === true) controller.close()
          else controller.enqueue(encode(next.value))
        } catch (error) {
          const abort: BulkAbort = { outcome: 'aborted', afterLine: lastLine, detail: describe(error) }
          if (hasLeft) return
          controller.enqueue(Buffer.from(`${JSON.stringify(abort)}\n`))
          controller.close()
        }
      },
      cancel: async () => {
        hasLeft = true
        await rest.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

function describe(thrown: unknown): string {
  const error = refuseIfAway(thrown)
  return error instanceof DomainError ? error.message : `Something broke here. Tell whoever runs Parley this id: ${reportFault(error)}`
}
