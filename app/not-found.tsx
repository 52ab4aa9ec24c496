import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        kind="nothing-yet"
        heading="h1"
        title="There is nothing at this address"
        next={
          <Button asChild>
            <Link href="/queue">Go to the queue</Link>
          </Button>
        }
      >
        It may have been moved or deleted, or it belongs to another site.
      </EmptyState>
    </main>
  )
}
