import type { VersionedState } from '../../db/comment-state'

/** Comments that are remembered: what a newsroom looks at in some hours, in a few megabytes. */
const MOST_SHOWN = 20_000

// Next's bundles and the server's own entry each load this module: the first page is shown by one, decisions come to the other.
const shared = globalThis as unknown as { parleyShownStates?: Map<string, VersionedState> }
const shown = (shared.parleyShownStates ??= new Map<string, VersionedState>())

/** Keeps the states of comments as they have just been shown to somebody, for the decisions that are likely to follow. */
export function rememberShown(rows: readonly (VersionedState & { id: string })[]): void {
  if (shown.size + rows.length > MOST_SHOWN) shown.clear()
  for (const { id, version, state } of rows) shown.set(id, { version, state })
}

/**
 * A comment as it was last shown by this process. It may be another by now, so nothing hangs on it but a write that is conditional on
 * all of it; a refusal is never told because of it.
 */
export function recallShown(commentId: string): VersionedState | undefined {
  return shown.get(commentId)
}
