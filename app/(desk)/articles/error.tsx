'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** The figures could not be read. Nothing was changed by trying. */
export default function ArticlesError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="mx-auto w-full max-w-2xl px-3 py-8 sm:px-6">
      <Callout tone="error" title="The figures could not be read" next={<Button onClick={reset}>Try again</Button>}>
        <p>
          Comments and decisions are safe: this page only reads. If it happens again, tell whoever runs Parley
          {error.digest === undefined ? '.' : ` this number: ${error.digest}`}
        </p>
      </Callout>
    </div>
  )
}
