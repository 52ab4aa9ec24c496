import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function ArticleNotFound() {
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
