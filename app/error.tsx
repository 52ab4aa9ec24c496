'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** A fault of ours while a page was drawn. Decisions are saved one by one by the API, so none of them hangs on this. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl p-6">
      <Callout tone="error" title="This page could not be drawn" next={<Button onClick={reset}>Try again</Button>}>
        <p>
          Everything you decided before is saved. If it happens again, tell whoever runs Parley
          {error.digest === undefined ? '.' : ` this number: ${error.digest}`}
        </p>
      </Callout>
    </main>
  )
}
