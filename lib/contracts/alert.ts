import { z } from 'zod'
import { readAddressNumber } from './address-number'
import type { AlertMeasure } from '../domain/alerts'
import { LANGUAGES, type Language } from '../domain/languages'
import type { RuleStop } from './rule'

/** The lines at which an alert is raised for an article. Null turns a line off. */
export const AlertLines = z.strictObject({
  /** Comments an hour. */
  ratePerHour: z.number().min(1).max(1_000_000).nullable().default(null),
  /** Shares, 0–1, of the comments of the last hours that are marked, or suggested and not decided yet. */
  uncivilShare: z.number().min(0.01).max(1).nullable().default(0.25),
  offTopicShare: z.number().min(0.01).max(1).nullable().default(0.5),
  /** A share says nothing of fewer comments than these. */
  leastComments: z.int().min(1).max(10_000).default(20),
  /** Who also gets mail, if the server has mail set up. */
  mailTo: z.array(z.email().max(254)).max(20).default([]),
  /** What they are written in; a user of the desk reads mail in the language of their desk. */
  mailLanguage: z.enum(LANGUAGES).default('en'),
})
export type AlertLines = z.infer<typeof AlertLines>

/** Body of `PUT /api/v1/settings/alerts`; `version` is the one that was read. */
export const AlertLinesInput = z.strictObject({ lines: AlertLines, version: z.string().max(100) })
export type AlertLinesInput = z.infer<typeof AlertLinesInput>

/** Answer of `GET` and `PUT /api/v1/settings/alerts` (lib/services/alert/lines.ts). */
export interface AlertSettings {
  lines: AlertLines
  version: string
  mail: {
    /** Whether the server can send any. */
    isSetUp: boolean
    /** The latest that has not arrived, and why. */
    failure: { address: string; failure: string } | null
  }
}

/** What mail is about: an article over a line, or a rule that was stopped. */
export type MailMeasure = AlertMeasure | 'rule'

/** The content of a mail about an alert, and its language. */
export interface AlertMail {
  language: Language
  siteName: string
  /** Of the article, or the rule's name. */
  title: string
  measure: MailMeasure
  value: number
  line: number
  /** Of the discussion, or the rule, on the desk. */
  address: string
}

/** A line's share as it appears in an address: a number, or nothing for a line that is off. */
const off = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === undefined || value === '' ? null : readAddressNumber(value)), shape)

/** Query of `GET /api/v1/settings/alerts/preview`: lines that nobody has saved; one that is left out is off. */
export const AlertPreviewQuery = z.strictObject({
  ratePerHour: off(AlertLines.shape.ratePerHour.unwrap()),
  uncivilShare: off(AlertLines.shape.uncivilShare.unwrap()),
  offTopicShare: off(AlertLines.shape.offTopicShare.unwrap()),
  leastComments: z.preprocess(readAddressNumber, AlertLines.shape.leastComments.unwrap()),
})

/** What some lines would have raised; `lib/services/alert/preview.ts`. */
export interface AlertPreview {
  days: number
  raised: Record<AlertMeasure, number>
  /** Under how many discussions. */
  articles: number
  /** Of each discussion and measure the latest, and how often: at most five. */
  latest: { article: { id: string; title: string }; measure: AlertMeasure; value: number; at: string; times: number }[]
}

/** A call for moderators to help in a discussion; listed with the alerts in `GET /api/v1/desk/alerts`. */
export interface HelpCall {
  article: { id: string; title: string }
  by: string
  note: string
  at: string
}

/** A rule that was stopped and holds what it matches until somebody looks into it; listed with the alerts in `GET /api/v1/desk/alerts`. */
export interface StoppedRule extends RuleStop {
  id: string
  name: string
}

/** An article over a line; `GET /api/v1/desk/alerts`, `listAlerts(ctx)` (lib/services/alert/list.ts): open ones first, then the latest. */
export interface AlertResource {
  id: string
  article: { id: string; title: string }
  measure: AlertMeasure
  /** What was measured when it was raised, and the line then: comments an hour, or a share 0–1. */
  value: number
  line: number
  raisedAt: string
  /** Null while it stands. */
  clearedAt: string | null
}
