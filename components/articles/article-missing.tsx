import Link from 'next/link'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

/**
 * Shown instead of an article that the site does not have. Drawn like any page: Next's notFound() would send an empty
 * document that only a script fills.
 */
export function ArticleMissing() {
  return (
    <>
      <h1 className="sr-only">No such article</h1>
      <EmptyState
        kind="nothing-yet"
        title="There is no such article on this site"
        next={
          <Button asChild>
            <Link href="/articles">See all articles</Link>
          </Button>
        }
      >
        The address may be mistyped, or the article belongs to another site.
      </EmptyState>
    </>
  )
}
