/** How far a source's clock, or its time zone, may be ahead of ours: nothing is written longer than this after it came in. */
export const MAX_AHEAD_HOURS = 24
