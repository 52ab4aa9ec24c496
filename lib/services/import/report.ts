import type { CommentInput, IngestOutcome } from '../../contracts/ingest'
import type { ImportReport } from '../../contracts/settings'

const MAX_ARTICLES = 50
const MAX_PROBLEMS = 100
const MAX_PREVIEW = 10
const EXCERPT_LENGTH = 280

type ReportedArticle = ImportReport['articles'][number]

/** Collects what an import tells, within bounds: a file may hold any number of articles and problems. */
export class ReportBuilder {
  readonly counts: Record<IngestOutcome, number> = { created: 0, updated: 0, unchanged: 0, stale: 0, invalid: 0 }
  quoteLinks = 0
  readonly #articles = new Map<string, ReportedArticle>()
  readonly #problems: ImportReport['problems'] = []
  #problemCount = 0
  readonly #preview: ImportReport['preview'] = []
  /** A rehearsal forgets what it wrote; this remembers which comments it would have made. */
  readonly #rehearsed = new Set<string>()

  constructor(readonly isDryRun: boolean) {}

  /** Articles and comments that came in, or would. */
  get readCount(): number {
    const { created, updated, unchanged, stale } = this.counts
    return this.#articles.size + created + updated + unchanged + stale
  }

  findArticle(externalId: string): ReportedArticle | undefined {
    return this.#articles.get(externalId)
  }

  putArticle(article: Omit<ReportedArticle, 'comments'>): void {
    this.#articles.set(article.externalId, { ...article, comments: this.#articles.get(article.externalId)?.comments ?? 0 })
  }

  addProblem(line: number, message: string): void {
    this.#problemCount += 1
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ line, message })
  }

  /** Counts a comment that came in, or would. */
  countComment({ input, isQuoteLink }: { input: CommentInput; isQuoteLink: boolean }, outcome: Exclude<IngestOutcome, 'invalid'>): void {
    const isRepeated = this.isDryRun && outcome === 'created' && this.#rehearsed.has(input.externalId)
    if (this.isDryRun) this.#rehearsed.add(input.externalId)
    this.counts[isRepeated ? 'unchanged' : outcome] += 1
    if (isQuoteLink) this.quoteLinks += 1
    const article = this.#articles.get(input.articleExternalId)
    if (article) article.comments += 1
    this.#addPreview(input)
  }

  #addPreview(comment: CommentInput): void {
    if (this.#preview.length >= MAX_PREVIEW) return
    const excerpt = comment.body.length > EXCERPT_LENGTH ? `${comment.body.slice(0, EXCERPT_LENGTH).toWellFormed()}…` : comment.body
    this.#preview.push({ author: comment.author?.name ?? null, excerpt, isReply: typeof comment.parentExternalId === 'string' })
  }

  build(format: ImportReport['format']): ImportReport {
    return {
      format,
      isDryRun: this.isDryRun,
      articles: [...this.#articles.values()].slice(0, MAX_ARTICLES),
      articleCount: this.#articles.size,
      counts: this.counts,
      quoteLinks: this.quoteLinks,
      problems: [...this.#problems].sort((a, b) => a.line - b.line),
      problemCount: this.#problemCount,
      preview: this.#preview,
    }
  }
}

/** Paragraphs of an article's text, which are set apart by blank lines. */
export function countParagraphs(body: string): number {
  return body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '').length
}
