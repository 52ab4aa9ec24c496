import { CSV_BEGINNING, writeCsvLine, type CsvValue } from '../domain/csv-cell'

export type FileFormat = 'csv' | 'json'

/** The format a request asks a table in; null for an answer as usual. */
export function readFormat(request: Request): FileFormat | null {
  const format = new URL(request.url).searchParams.get('format')
  return format === 'csv' || format === 'json' ? format : null
}

/**
 * A table as a file, sent while it is read: CSV whose cells no spreadsheet executes, or JSON with one row per line. The first page
 * is read before the headers go out, so that a refusal can still be a proper answer.
 */
export async function tableFile<Row extends object>(
  name: string,
  format: FileFormat,
  columns: Record<string, (row: Row) => CsvValue>,
  pages: AsyncGenerator<Row[]>,
): Promise<Response> {
  const write = (row: Row) =>
    format === 'json' ? `${JSON.stringify(row)}\n` : writeCsvLine(Object.values(columns).map((read) => read(row)))
  const head = format === 'csv' ? CSV_BEGINNING + writeCsvLine(Object.keys(columns)) : ''
  let next = await pages.next()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    pull: async (controller) => {
      if (next.done) return controller.close()
      controller.enqueue(Buffer.from(next.value.map(write).join('')))
      next = await pages.next()
    },
    cancel: async () => void (await pages.return(undefined)),
  })
  const [type, ending] = format === 'csv' ? ['text/csv; charset=utf-8', 'csv'] : ['application/x-ndjson', 'ndjson']
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${ending}"`, 'cache-control': 'no-store' },
  })
}

/** Rows that are there already, as one page. */
export async function* onePage<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  await Promise.resolve()
  yield rows
}
