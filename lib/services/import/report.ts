import type { CommentInput, IngestOutcome } from '../../contracts/ingest'
import { SKIP_REASONS, type ImportReport, type SkipReason } from '../../contracts/settings'

const MAX_ARTICLES = 50
const MAX_PROBLEMS = 100
const MAX_PREVIEW = 10
const EXCERPT_LENGTH = 280

/** What one row that was left out is called, and several. */
const SKIPPED_WORDS: Record<SkipReason, [one: string, several: string]> = {
  deleted: ['comment deleted at the source', 'comments deleted at the source'],
  spam: ['comment that is spam at the source', 'comments that are spam at the source'],
  rejected: ['comment rejected at the source', 'comments rejected at the source'],
  unapproved: ['comment not approved at the source', 'comments not approved at the source'],
  pingback: ['pingback', 'pingbacks'],
  trackback: ['trackback', 'trackbacks'],
}

type ReportedArticle = ImportReport['articles'][number]

/** Collects what an import tells, within bounds: a file may hold any number of articles and problems. */
export class ReportBuilder {
  readonly counts: Record<IngestOutcome, number> = { created: 0, updated: 0, unchanged: 0, stale: 0, invalid: 0 }
  readonly skipped: Record<SkipReason, number> = { deleted: 0, spam: 0, rejected: 0, unapproved: 0, pingback: 0, trackback: 0 }
  quoteLinks = 0
  columns: ImportReport['columns'] = []
  readonly #firstSkipped = new Map<SkipReason, number>()
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

  /** Counts a row that its source does not show; the report tells each reason once. */
  countSkipped(line: number, why: SkipReason): void {
    this.skipped[why] += 1
    if (!this.#firstSkipped.has(why)) this.#firstSkipped.set(why, line)
  }

  #tellSkipped(): ImportReport['problems'] {
    return SKIP_REASONS.filter((why) => this.skipped[why] > 0).map((why) => {
      const count = this.skipped[why]
      const [one, several] = SKIPPED_WORDS[why]
      const message = count === 1 ? `1 ${one} was left out.` : `${count} ${several} were left out, from here on.`
      return { line: this.#firstSkipped.get(why) ?? 1, message }
    })
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
    const skipped = this.#tellSkipped()
    return {
      format,
      isDryRun: this.isDryRun,
      articles: [...this.#articles.values()].slice(0, MAX_ARTICLES),
      articleCount: this.#articles.size,
      counts: this.counts,
      skipped: this.skipped,
      quoteLinks: this.quoteLinks,
      problems: [...this.#problems, ...skipped].sort((a, b) => a.line - b.line),
      problemCount: this.#problemCount + skipped.length,
      columns: this.columns,
      preview: this.#preview,
    }
  }
}

/** Paragraphs of an article's text, which are set apart by blank lines. */
export function countParagraphs(body: string): number {
  return body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '').length
}
