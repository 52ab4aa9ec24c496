'use client'

import dynamic from 'next/dynamic'

/** Drawn by the server at once; its code comes after that of the shell. Until then the queue is read and keys are kept. */
export const QueueDesk = dynamic(() => import('./queue-desk').then((module) => module.QueueDesk))
