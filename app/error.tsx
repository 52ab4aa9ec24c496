'use client'

import { FaultNotice, type Fault } from '@/components/moderation/frame/fault-notice'
import { Wordmark } from '@/components/ui/wordmark'

/** Where not even the desk's frame could be drawn, and on the pages before it. */
export default function ErrorPage(fault: Fault) {
  return (
    <main className="mx-auto grid min-h-[70dvh] max-w-xl content-center p-6">
      <Wordmark className="mb-6" />
      <FaultNotice {...fault} />
    </main>
  )
}
