import { z } from 'zod'
import { FIGURE_KEYS, FIGURE_UNITS, REPORT_SECTIONS } from '../domain/transparency'
import { namePeriod } from '../domain/reporting-period'
import { Day } from './text'

/** A day that can be reported on, and the time before it. */
const ReportedDay = Day.refine((day) => /^(19|20|21)/.test(day), 'is not within the years 1900 to 2199')

/** Query of `GET /api/v1/transparency`: a year, quarter or month by its name, or days; without either, this month. */
export const TransparencyQuery = z.object({
  period: z
    .string()
    .max(10)
    .refine((name) => namePeriod(name) !== null, 'is no year (2026), quarter (2026-Q3) or month (2026-09)')
    .optional()
    .describe('A year (2026), a quarter (2026-Q3) or a month (2026-09).'),
  from: ReportedDay.optional().describe('The first day, instead of a period; needs to.'),
  to: ReportedDay.optional().describe('The last day; 366 days at most.'),
})
export type TransparencyQuery = z.infer<typeof TransparencyQuery>

const Period = z.object({
  name: z.string().nullable().describe('The year, quarter or month; null for other days.'),
  from: z.string().describe('The first day, in UTC.'),
  to: z.string().describe('The last day, included.'),
})

/** One figure of the report. */
export const TransparencyFigure = z.object({
  section: z.enum(REPORT_SECTIONS),
  key: z.enum(FIGURE_KEYS),
  of: z
    .string()
    .nullable()
    .describe(
      'Which reason, kind, ground, subject, mark or mechanism, where the figure is broken down by one. Your own reasons are given by their words.',
    ),
  meaning: z.string().describe('What it counts, in one sentence.'),
  unit: z.enum(FIGURE_UNITS).describe('share: 0 to 1. switch: 1 is on, 0 is off.'),
  value: z.number().nullable().describe('null: there is nothing to count, or too little to tell.'),
  interval: z.object({ low: z.number(), high: z.number() }).nullable().describe('The 95 per cent interval, for some shares.'),
  previous: z.number().nullable().describe('The same figure in the period before.'),
})
export type TransparencyFigure = z.infer<typeof TransparencyFigure>

/** Answer of that: what a site moderated in a period. There are no figures about persons in it. */
export const TransparencyReport = z.object({
  site: z.string().describe('The name of the site.'),
  period: Period.extend({ isOver: z.boolean().describe('While false, figures cover what has happened so far.') }),
  previous: Period,
  countedAt: z.iso.datetime().describe('When it was counted: a minute ago at most.'),
  figures: z.array(TransparencyFigure),
})
export type TransparencyReport = z.infer<typeof TransparencyReport>
