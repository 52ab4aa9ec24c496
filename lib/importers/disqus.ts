import { keepFields } from './article-fields'
import { idOfAddress } from './external-ids'
import { readForeignComment } from './foreign-comment'
import { lose, type ByteSource, type ImportRecord } from './import-record'
import { Spool, type CommentRecord } from './spool'
import { readXmlChildren } from './xml-children'
import { childMarkup, childOf, childText, type XmlElement } from './xml-element'

const CONTAINERS = new Set(['disqus'])
/** A thread does stand within a post, which names it so. */
const APART = new Set(['post'])
const ID = 'dsq:id'

/**
 * Disqus's XML export: threads with their pages' addresses, then posts that name their thread and the post they answer.
 *
 * A post keeps its `dsq:id`. Its article is the thread's address; a thread without one is known by its number. Deleted
 * posts, all those of a deleted thread, spam and what waits for approval are left out and counted. Posts that stand above their thread wait on disk for the end of the file; those whose thread is
 * not in it are told and lost.
 */
export async function* readDisqus(source: ByteSource): AsyncGenerator<ImportRecord> {
  const articles: Articles = new Map()
  /** Ids of articles that nothing is known of, and that have not been told. */
  const bare = new Set<string>()
  const early = new Spool()
  try {
    for await (const event of readXmlChildren(source, CONTAINERS, APART)) {
      if (event.kind === 'problem') yield event
      else if (event.kind === 'child' && event.element.name === 'thread') yield* readThread(event.element, articles, bare)
      else if (event.kind === 'child' && event.element.name === 'post') {
        const thread = idOf(childOf(event.element, 'thread'))
        const article = articles.get(thread)
        for (const record of readPost(event.element, article === undefined ? thread : article)) {
          if (record.kind === 'comment' && article === undefined) await early.add(record)
          else yield* tellBare(record, bare)
        }
      }
    }
    for await (const record of early.read()) yield* tellBare(putUnderArticle(record, articles), bare)
  } finally {
    await early.close()
  }
}

/** The article of each thread by the thread's number; null for a thread that is deleted with all that stands in it. */
type Articles = Map<string, string | null>

/** A comment that was put under its thread until the article of that was told. */
function putUnderArticle(record: CommentRecord, articles: Readonly<Articles>): ImportRecord {
  const articleExternalId = articles.get(record.input.articleExternalId)
  if (articleExternalId === undefined) return lose(record.line, 'This post names a thread that is not in the file.')
  if (articleExternalId === null) return { kind: 'skipped', line: record.line, why: 'deleted' }
  return { ...record, input: { ...record.input, articleExternalId } }
}

function* readThread(thread: XmlElement, articles: Articles, bare: Set<string>): Generator<ImportRecord> {
  const id = idOf(thread)
  const link = childText(thread, 'link')
  if (id === '') return
  if (childText(thread, 'isDeleted') === 'true') {
    articles.set(id, null)
    return
  }
  // Disqus writes threads that are no more than an id; hardly ever does anything stand under one.
  if (link === '' && thread.children.length <= 1) {
    articles.set(id, nameThread(id))
    bare.add(nameThread(id))
    return
  }
  const externalId = link === '' ? nameThread(id) : idOfAddress(link)
  articles.set(id, externalId)
  const title = childText(thread, 'title') || link || externalId
  const input = keepFields(title, { url: link }) ?? { title: externalId }
  yield { kind: 'article', line: thread.line, externalId, input, isOnlyIfMissing: true }
}

const nameThread = (id: string): string => `disqus-thread-${id}`

/** The record, and before the first of such an article the article. */
function* tellBare(record: ImportRecord, bare: Set<string>): Generator<ImportRecord> {
  const externalId = record.kind === 'comment' ? record.input.articleExternalId : ''
  if (bare.delete(externalId)) yield { kind: 'article', line: record.line, externalId, input: { title: externalId }, isOnlyIfMissing: true }
  yield record
}

function* readPost(post: XmlElement, articleExternalId: string | null): Generator<ImportRecord> {
  const { line } = post
  const isDeleted = childText(post, 'isDeleted') === 'true'
  const isSpam = childText(post, 'isSpam') === 'true'
  const isHeld = childText(post, 'isApproved') === 'false'
  if (isDeleted || isSpam || isHeld || articleExternalId === null) {
    const why = isDeleted || !(isSpam || isHeld) ? 'deleted' : isSpam ? 'spam' : 'unapproved'
    yield { kind: 'skipped', line, why }
    return
  }
  const externalId = idOf(post) || childText(post, 'id')
  if (externalId === '') {
    yield lose(line, 'This post has no id.')
    return
  }
  if (articleExternalId === '') {
    yield lose(line, 'This post names no thread.')
    return
  }
  const author = childOf(post, 'author')
  const isAnonymous = author !== undefined && childText(author, 'isAnonymous') === 'true'
  yield* readForeignComment({
    line,
    externalId,
    articleExternalId,
    parentExternalId: idOf(childOf(post, 'parent')),
    authorId: author === undefined || isAnonymous ? '' : childText(author, 'username'),
    authorName: author === undefined ? '' : childText(author, 'name'),
    markup: childMarkup(post, 'message'),
    postedAt: childText(post, 'createdAt'),
  })
}

/** Some exports leave the quotes out; the slash of an empty element then looks like a part of the number. */
function idOf(element: XmlElement | undefined): string {
  return (element?.attributes[ID] ?? '').replace(/\/$/, '')
}
