import { demoArticles } from '@/prisma/demo/articles'
import type { DemoComment } from '@/prisma/demo/types'

/** The texts of the demo's comments: some hundred, each of its own. */
export function listSampleTexts(): string[] {
  const listOf = (comments: readonly DemoComment[]): string[] =>
    comments.flatMap((comment) => [comment.text, ...listOf(comment.replies ?? [])])
  return demoArticles.flatMap((article) => listOf(article.comments))
}
