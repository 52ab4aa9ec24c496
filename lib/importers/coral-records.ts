import { z } from 'zod'
import { CommentInput, type ArticleInput } from '../contracts/ingest'
import type { SkipReason } from '../domain/skip-reasons'
import { keepFields } from './article-fields'
import { modernise } from './coral-legacy'
import { readForeignComment } from './foreign-comment'
import { lose, type ImportRecord } from './import-record'
import { readInstant } from './instant'
import { Spool } from './spool'

/** MongoDB's export writes a time as `{"$date": "2019-…Z"}`, or its milliseconds, or those as `{"$numberLong": "…"}`. */
const Time = z
  .union([z.string(), z.object({ $date: z.union([z.string(), z.number(), z.object({ $numberLong: z.string() })]) })])
  .transform((time) => {
    const date = typeof time === 'string' ? time : time.$date
    const text = typeof date === 'object' ? date.$numberLong : String(date)
    return readInstant(text) ?? ''
  })
const Text = z.string().nullish()

const CoralComment = z.object({
  id: z.string().min(1),
  storyID: z.string().min(1),
  authorID: Text,
  parentID: Text,
  status: Text,
  createdAt: Time.nullish().catch(null),
  deletedAt: z.unknown().optional(),
  revisions: z.array(z.object({ body: Text })),
})
type CoralComment = z.infer<typeof CoralComment>

const CoralStory = z.object({
  id: z.string().min(1),
  url: z.string(),
  metadata: z
    .object({ title: Text, author: Text, description: Text, section: Text, publishedAt: Time.nullish().catch(null) })
    .nullish()
    .catch(null),
})

const CoralUser = z.object({ id: z.string().min(1), username: z.string().min(1) })

/** Takes in Coral's objects in any order, and tells articles and comments once all are known. */
export class CoralReader {
  readonly #stories = new Map<string, ArticleInput>()
  readonly #names = new Map<string, string>()
  readonly #spool = new Spool()
  #hasToldOthers = false

  /** @returns what can be told at once: what is left out, and what is wrong */
  async add(line: number, given: unknown): Promise<ImportRecord[]> {
    if (given === null) return []
    const value = modernise(given)
    const comment = CoralComment.safeParse(value)
    if (comment.success) return this.#addComment(line, comment.data)
    const story = CoralStory.safeParse(value)
    if (story.success) return this.#addStory(line, story.data)
    const user = CoralUser.safeParse(value)
    if (user.success) {
      this.#names.set(user.data.id, user.data.username.slice(0, 200).toWellFormed())
      return []
    }
    if (isLike(value, 'storyID') || isLike(value, 'asset_id'))
      return [lose(line, `${comment.error.issues[0]?.path.join('.') ?? ''}: is missing or not valid.`)]
    if (this.#hasToldOthers) return []
    this.#hasToldOthers = true
    return [
      {
        kind: 'problem',
        line,
        message: 'This is not a comment, story or user. It was skipped, as are others like it.',
        isLost: false,
      },
    ]
  }

  async *tellAll(): AsyncGenerator<ImportRecord> {
    const told = new Set<string>()
    for (const [externalId, input] of this.#stories) {
      told.add(externalId)
      yield { kind: 'article', line: 1, externalId, input, isOnlyIfMissing: true }
    }
    for await (const record of this.#spool.read()) {
      const externalId = record.input.articleExternalId
      if (!told.has(externalId)) {
        told.add(externalId)
        yield {
          kind: 'article',
          line: record.line,
          externalId,
          input: { title: `Story ${externalId}`.slice(0, 300) },
          isOnlyIfMissing: true,
        }
      }
      const name = this.#names.get(record.input.author?.externalId ?? '')
      const author = record.input.author
      const named = name && author ? CommentInput.safeParse({ ...record.input, author: { ...author, name } }) : null
      yield named?.success === true ? { ...record, input: named.data } : record
    }
  }

  async close(): Promise<void> {
    await this.#spool.close()
  }

  async #addComment(line: number, comment: CoralComment): Promise<ImportRecord[]> {
    const why = findSkipReason(comment)
    if (why !== null) return [{ kind: 'skipped', line, why }]
    const told: ImportRecord[] = []
    const records = readForeignComment({
      line,
      externalId: comment.id,
      articleExternalId: comment.storyID,
      parentExternalId: comment.parentID ?? '',
      authorId: comment.authorID ?? '',
      authorName: '',
      markup: comment.revisions.at(-1)?.body ?? '',
      postedAt: comment.createdAt ?? '',
      revision: comment.revisions.length - 1,
    })
    for (const record of records) {
      if (record.kind === 'comment') await this.#spool.add(record)
      else told.push(record)
    }
    return told
  }

  #addStory(line: number, { id, url, metadata }: z.infer<typeof CoralStory>): ImportRecord[] {
    const input = keepFields(metadata?.title || url || id, {
      url,
      author: metadata?.author ?? '',
      standfirst: metadata?.description ?? '',
      section: metadata?.section ?? '',
      publishedAt: metadata?.publishedAt ?? '',
    })
    if (input === null) return [lose(line, 'This story has no title and no address that can be kept.')]
    this.#stories.set(id, input)
    return []
  }
}

function findSkipReason({ deletedAt, status }: CoralComment): SkipReason | null {
  if (deletedAt !== undefined && deletedAt !== null) return 'deleted'
  if (status === 'REJECTED') return 'rejected'
  return status === 'PREMOD' || status === 'SYSTEM_WITHHELD' ? 'unapproved' : null
}

function isLike(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value
}
