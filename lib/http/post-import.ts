import { IMPORT_FORMATS } from '../contracts/settings'
import { DomainError } from '../domain/errors'
import { readColumnChoice } from '../services/import/columns'
import { runImport, type ImportRequest } from '../services/import/run'
import { handle, json } from './handler'

const MAX_BYTES = 50 * 1024 * 1024
/** What a form adds around the file. */
const FORM_BYTES = 64 * 1024

/**
 * `POST /api/v1/settings/import?dryRun=1&name=…&format=…&articleId=…&column=body=…`: the file as the raw body, or as the first file of
 * a multipart form. Answers with an ImportReport.
 */
export const postImport = handle(async (ctx, request) => {
  const query = new URL(request.url).searchParams
  const { name, source } = isForm(request) ? await readForm(request) : { name: '', source: limitBody(request, MAX_BYTES) }
  const report = await runImport(ctx, {
    name: query.get('name') ?? name,
    source,
    format: readFormat(query.get('format')),
    isDryRun: isOn(query.get('dryRun')),
    articleId: query.get('articleId') ?? undefined,
    columns: readColumnChoice(query.getAll('column')),
  })
  return json(report)
})

function isForm(request: Request): boolean {
  return request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data') ?? false
}

/** A switch is on when it is named, unless its value says otherwise: a typing mistake must not write. */
function isOn(value: string | null): boolean {
  return value !== null && !['0', 'false', 'no'].includes(value.toLowerCase())
}

function readFormat(value: string | null): ImportRequest['format'] {
  const format = IMPORT_FORMATS.find((known) => known === value)
  if (value !== null && format === undefined) throw new DomainError('invalid_input', `The format is one of ${IMPORT_FORMATS.join(', ')}.`)
  return format
}

async function readForm(request: Request): Promise<{ name: string; source: AsyncIterable<Uint8Array> }> {
  const type = request.headers.get('content-type') ?? ''
  const body = limitBody(request, MAX_BYTES + FORM_BYTES)
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch((error: unknown) => {
    throw findRefusal(error) ?? new DomainError('malformed', 'The form cannot be read. Nothing was imported.')
  })
  const file = [...form.values()].find((value) => typeof value !== 'string')
  if (!file) throw new DomainError('invalid_input', 'The form has no file.')
  return { name: file.name, source: file.stream() }
}

/** The parser wraps what our own stream refused. */
function findRefusal(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error
  return error instanceof Error && error.cause !== undefined ? findRefusal(error.cause) : null
}

/** The body, failing with too_large when it goes over `limit` bytes. Batches that were complete before that stay. */
function limitBody(request: Request, limit: number): ReadableStream<Uint8Array> {
  const tooLarge = new DomainError('too_large', 'The file is larger than 50 MB. Split it, or import it with the command on the server.')
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge
  let size = 0
  const limiter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      size += chunk.length
      if (size > limit) controller.error(tooLarge)
      else controller.enqueue(chunk)
    },
  })
  return (request.body ?? new Blob([]).stream()).pipeThrough(limiter)
}
