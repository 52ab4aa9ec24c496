import type { StateSnapshot } from '../../contracts/decision'
import type { VersionedState } from '../../db/comment/comment-state'
import type { Actor } from '../../domain/actor'
import { listAllowedDecisions, optionOf, type DecisionAct } from '../../domain/decisions'

/** Comments that are remembered: what a newsroom looks at in some hours, in a few megabytes. */
const MOST_SHOWN = 20_000

// Next's bundles and the server's own entry each load this module: the first page is shown by one, decisions come to the other.
const shared = globalThis as unknown as { parleyShownStates?: Map<string, VersionedState> }
const shown = (shared.parleyShownStates ??= new Map<string, VersionedState>())

/** Keeps the states of comments as they have just been shown to somebody, for the decisions that are likely to follow. */
export function rememberShown(rows: readonly (VersionedState & { id: string })[]): void {
  if (shown.size + rows.length > MOST_SHOWN) shown.clear()
  for (const { id, version, state } of rows) {
    const known = shown.get(id)
    // The same page is read over and over; what is kept anew costs more than to see that it is the same.
    if (known?.version !== version || !isStill(known.state, state)) shown.set(id, { version, state })
  }
}

/** Whether a state of the same version is the same: open reports and suggestions change without a new one. */
function isStill({ openReports, suggestions }: StateSnapshot, now: StateSnapshot): boolean {
  return (
    openReports === now.openReports &&
    suggestions.offTopic === now.suggestions.offTopic &&
    suggestions.uncivil?.score === now.suggestions.uncivil?.score &&
    suggestions.uncivil?.kind === now.suggestions.uncivil?.kind
  )
}

/**
 * A comment as it was last shown by this process, if that was in this version and the act was allowed on it. It may be another by now, so
 * nothing hangs on it but a write that is conditional on all of it; a refusal is never told because of it.
 */
export function recallShown(
  actor: Actor,
  commentId: string,
  { version, act }: { version: number; act: DecisionAct },
): VersionedState | null {
  const known = shown.get(commentId)
  return known?.version === version && listAllowedDecisions(actor, known.state).includes(optionOf(act)) ? known : null
}
