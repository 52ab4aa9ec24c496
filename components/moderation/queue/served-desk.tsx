'use client'

import dynamic from 'next/dynamic'
import { use } from 'react'
import type { QueueDeskProps } from './queue-desk'
import { QueueInFrame } from './queue-in-frame'

const LaterDesk = dynamic(() => import('./queue-desk').then((module) => module.QueueDesk))

/** Drawn by the server at once; its code comes with the frame's, or by itself when one comes from another page. */
export function QueueDesk(props: QueueDeskProps) {
  const drawQueue = use(QueueInFrame)
  return drawQueue === null ? <LaterDesk {...props} /> : drawQueue(props)
}
