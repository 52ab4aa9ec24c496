import type { DeskDecision } from '@/lib/contracts/teamwork'

const MOST_HEARD = 5000

/** The latest decision of a colleague on each comment, as the live line told it. */
export class HeardDecisions {
  private readonly latest = new Map<string, DeskDecision>()
  private snapshot: ReadonlyMap<string, DeskDecision> = new Map()

  constructor(
    private readonly viewerId: string,
    private readonly onChange: () => void,
  ) {}

  readonly read = (): ReadonlyMap<string, DeskDecision> => this.snapshot

  hear(decisions: readonly DeskDecision[]): void {
    const others = decisions.filter((decision) => decision.byId !== this.viewerId)
    // The echo of what was decided here: it stands on screen already, and nothing need be drawn again.
    if (others.length === 0) return
    for (const decision of others) this.latest.set(decision.commentId, decision)
    while (this.latest.size > MOST_HEARD) this.latest.delete(this.latest.keys().next().value ?? '')
    this.snapshot = new Map(this.latest)
    this.onChange()
  }
}
