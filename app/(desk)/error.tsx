'use client'

import { FaultNotice, type Fault } from '@/components/moderation/frame/fault-notice'

/** A page of the desk that could not be drawn: its frame stays, and leads to the others. */
export default function DeskErrorPage(fault: Fault) {
  return (
    <div className="mx-auto max-w-xl p-6">
      <FaultNotice {...fault} />
    </div>
  )
}
