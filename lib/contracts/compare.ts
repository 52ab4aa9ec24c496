import { z } from 'zod'
import type { AppealFigures } from './appeal'
import { Day, searchText } from './text'
import type { VolumeBucket } from './volume-bucket'

/** What is compared: two to five articles, sections in a time range, or weeks (each named by its Monday, in UTC). */
export const CompareQuery = z.discriminatedUnion('of', [
  z.object({ of: z.literal('articles'), id: z.array(z.uuid()).min(2).max(5) }),
  z.object({ of: z.literal('sections'), section: z.array(searchText(200)).min(2).max(5), from: Day, to: Day }),
  z.object({ of: z.literal('weeks'), week: z.array(Day).min(2).max(5), section: searchText(200).optional() }),
])
export type CompareQuery = z.infer<typeof CompareQuery>

/** The figures of one article, section, week or day. Shares are 0–1 of the comments that are not removed. */
export interface GroupFigures {
  comments: number
  replies: number
  articles: number
  waiting: number
  rejected: number
  decided: number
  /** Of marks; null where nobody has reviewed or marked anything. */
  offTopicShare: number | null
  uncivilShare: number | null
  /** 1 − the mean incivility that scorers give. */
  civility: number | null
  /** Read off a histogram whose steps are 9 % wide: right to within 4.5 %. */
  medianWaitSeconds: number | null
  p90WaitSeconds: number | null
}

export interface ComparedGroup {
  /** The article's id, the section, or the week's Monday. */
  key: string
  title: string
  figures: GroupFigures
  /** Distinct commenters; null for sections and weeks, where nobody counts them. */
  voices: number | null
  /** Comments a day by outcome, oldest first. */
  days: VolumeBucket[]
}

/** Answer of `GET /api/v1/desk/compare` and of `compareDiscussions(ctx, query)` (lib/services/article/compare.ts). */
export interface Comparison {
  groups: ComparedGroup[]
}

/** Query of `GET /api/v1/desk/overview`: days in UTC, the last one included; 92 at most. */
export const OverviewQuery = z.object({ from: Day, to: Day })
export type OverviewQuery = z.infer<typeof OverviewQuery>

/** Answer of that, and of `readOverview(ctx, query)` (lib/services/newsroom/overview.ts). */
export interface NewsroomOverview {
  from: string
  to: string
  whole: GroupFigures
  /** Of these comments, how many people have reviewed or marked. */
  judged: number
  /** As many days just before. */
  before: GroupFigures
  /** The ten with the most comments, the most first, with the figures of these days alone. */
  busiest: { id: string; title: string; section: string | null; figures: GroupFigures }[]
  /** By comments, the most first. A null section is that of articles without one. */
  sections: { section: string | null; figures: GroupFigures; trend: number[] }[]
  days: { day: string; figures: GroupFigures; outcomes: VolumeBucket }[]
  appeals: AppealFigures
}

/** One person's decisions; `GET /api/v1/desk/workload`, `readWorkload(ctx, query)`: for leads only. */
export interface ModeratorWork {
  id: string
  name: string
  decisions: number
  approved: number
  rejected: number
  marked: number
  undone: number
  /** Decisions that another person decided on again, and those of them where it came out otherwise. */
  seenAgain: number
  overturned: number
  /** 1 − overturned ÷ seenAgain; null when nobody looked again. */
  agreement: number | null
  /** Decisions a day, oldest first. */
  days: number[]
}

export interface Workload {
  from: string
  to: string
  people: ModeratorWork[]
}
