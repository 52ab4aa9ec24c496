import type { DeskClient } from './desk-client'

/** Batches. */
export async function measureBulk(_desk: DeskClient): Promise<void> {
  // Written with the batches.
}
