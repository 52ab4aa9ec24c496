/** Work that is done beside the requests, in the order of the page. */
export const HEALTH_WORK = ['words', 'readings', 'scorers', 'webhooks', 'imports'] as const
export type HealthWork = (typeof HEALTH_WORK)[number]

/** How one kind of it stands. */
export interface HealthLine {
  work: HealthWork
  /** How many wait or are being done. */
  waiting: number
  /** Since when the oldest of them waits; null where none does, or where it is not kept. */
  since: string | null
  /** How many were given up. */
  failed: number
}

/** Whether all that runs by itself does so: what the page Health shows of a site. */
export interface Health {
  lines: HealthLine[]
  /** How many articles had their figures recounted, when last, and at how many they were wrong; null where nobody ever did. */
  recount: { articles: number; wrong: number; at: string } | null
  database: { version: string; bytes: number }
}
