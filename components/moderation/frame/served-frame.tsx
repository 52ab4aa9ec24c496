'use client'

import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import type { DeskFrameProps } from './desk-frame'

const PlainFrame = dynamic(() => import('./desk-frame').then((module) => module.DeskFrame))
const QueueFrame = dynamic(() => import('../queue/queue-frame').then((module) => module.QueueFrame))

/**
 * Drawn by the server at once; its code comes after that of the shell, and where one begins with the queue, together with the
 * queue's. Until then links lead on, the queue is read and keys are kept.
 */
export function DeskFrame(props: DeskFrameProps) {
  const path = usePathname()
  // It stays when one moves on to another page: another frame would begin anew.
  const [isQueueFirst] = useState(path === '/queue')
  return isQueueFirst ? <QueueFrame {...props} /> : <PlainFrame {...props} />
}
