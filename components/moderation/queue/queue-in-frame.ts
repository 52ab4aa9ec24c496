import { createContext, type ReactNode } from 'react'
import type { QueueDeskProps } from './queue-desk'

/** Draws the queue, where the frame around the page has brought its code; null where it has not. */
export const QueueInFrame = createContext<((props: QueueDeskProps) => ReactNode) | null>(null)
