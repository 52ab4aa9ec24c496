import { type ByteSource, type ImportRecord } from '@/lib/importers/import-record'

/** The bytes in pieces of `size`, so that lines and characters are cut in their middle. */
export async function* piecesOf(content: string | Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  await Promise.resolve()
}

/** Everything an importer finds, by kind. */
export async function collect(records: AsyncIterable<ImportRecord>) {
  const all: ImportRecord[] = []
  for await (const record of records) all.push(record)
  return {
    articles: all.flatMap((record) => (record.kind === 'article' ? [record] : [])),
    comments: all.flatMap((record) => (record.kind === 'comment' ? [record] : [])),
    columns: all.flatMap((record) => (record.kind === 'columns' ? record.columns : [])),
    skipped: all.flatMap((record) => (record.kind === 'skipped' ? [`${record.line}: ${record.why}`] : [])),
    problems: all.flatMap((record) => (record.kind === 'problem' ? [`${record.line}: ${record.message}`] : [])),
  }
}

export async function collectFrom(
  reader: (source: ByteSource, options: { articleExternalId?: string }) => AsyncIterable<ImportRecord>,
  content: string | Buffer,
  options: { articleExternalId?: string } = {},
) {
  return collect(reader(piecesOf(content), options))
}

/** The same, with of each article its id, title and address, of each comment who says what where, and when. */
export async function readRows(...[reader, content, options]: Parameters<typeof collectFrom>) {
  const found = await collectFrom(reader, content, options)
  return {
    ...found,
    articles: found.articles.map(({ externalId, input }) => [externalId, input.title, input.url]),
    rows: found.comments.map(({ input }) => [
      input.externalId,
      input.articleExternalId,
      input.parentExternalId,
      input.author?.name,
      input.body,
    ]),
    times: found.comments.map(({ input }) => input.postedAt),
  }
}
