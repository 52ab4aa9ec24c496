/** The parts of a transparency report, in their order. */
export const REPORT_SECTIONS = ['comments', 'decisions', 'rejections', 'waits', 'reports', 'appeals', 'automation', 'agreement'] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

/** What a value is counted in: whole numbers, 0–1, seconds, or whether something is on (1) or off (0). */
export const FIGURE_UNITS = ['count', 'share', 'seconds', 'switch'] as const
export type FigureUnit = (typeof FIGURE_UNITS)[number]

/**
 * Every figure of the report, in its order. Those with `of` stand once for each reason, kind, ground or mechanism. What each means is
 * said in lib/domain/figure-meanings.ts.
 */
export const REPORT_FIGURES = {
  'comments.received': { section: 'comments', unit: 'count' },
  'comments.at_once': { section: 'comments', unit: 'count' },
  'comments.held': { section: 'comments', unit: 'count' },
  'comments.rejected': { section: 'comments', unit: 'count' },
  'comments.gone': { section: 'comments', unit: 'count' },
  'comments.deleted': { section: 'comments', unit: 'count' },
  'decisions.people': { section: 'decisions', unit: 'count' },
  'decisions.key': { section: 'decisions', unit: 'count' },
  'decisions.automation': { section: 'decisions', unit: 'count' },
  'decisions.batches': { section: 'decisions', unit: 'count' },
  'decisions.approved': { section: 'decisions', unit: 'count' },
  'decisions.rejected': { section: 'decisions', unit: 'count' },
  'decisions.marked': { section: 'decisions', unit: 'count' },
  'decisions.unmarked': { section: 'decisions', unit: 'count' },
  'decisions.restored': { section: 'decisions', unit: 'count' },
  'undone.own': { section: 'decisions', unit: 'count' },
  'undone.other': { section: 'decisions', unit: 'count' },
  'rejections.reason': { section: 'rejections', unit: 'count', of: 'reason' },
  'rejections.marked': { section: 'rejections', unit: 'count' },
  'detected.reports': { section: 'rejections', unit: 'count' },
  'detected.scores': { section: 'rejections', unit: 'count' },
  'detected.words': { section: 'rejections', unit: 'count' },
  'detected.person': { section: 'rejections', unit: 'count' },
  'detected.unknown': { section: 'rejections', unit: 'count' },
  'marks.kind': { section: 'rejections', unit: 'count', of: 'mark' },
  'waits.decided': { section: 'waits', unit: 'count' },
  'waits.median': { section: 'waits', unit: 'seconds' },
  'waits.p90': { section: 'waits', unit: 'seconds' },
  'waits.hour': { section: 'waits', unit: 'share' },
  'waits.day': { section: 'waits', unit: 'share' },
  'reports.received': { section: 'reports', unit: 'count' },
  'reports.ground': { section: 'reports', unit: 'count', of: 'ground' },
  'reports.acted': { section: 'reports', unit: 'count' },
  'reports.kept': { section: 'reports', unit: 'count' },
  'reports.settled': { section: 'reports', unit: 'count' },
  'reports.open': { section: 'reports', unit: 'count' },
  'reports.median': { section: 'reports', unit: 'seconds' },
  'reports.p90': { section: 'reports', unit: 'seconds' },
  'appeals.received': { section: 'appeals', unit: 'count' },
  'appeals.subject': { section: 'appeals', unit: 'count', of: 'subject' },
  'appeals.granted': { section: 'appeals', unit: 'count' },
  'appeals.upheld': { section: 'appeals', unit: 'count' },
  'appeals.lapsed': { section: 'appeals', unit: 'count' },
  'appeals.open': { section: 'appeals', unit: 'count' },
  'appeals.waiting': { section: 'appeals', unit: 'count' },
  'appeals.median': { section: 'appeals', unit: 'seconds' },
  'automation.rejected': { section: 'automation', unit: 'count' },
  'automation.suggested': { section: 'automation', unit: 'count', of: 'suggestion' },
  'automation.followed': { section: 'automation', unit: 'share', of: 'suggestion' },
  'automation.on': { section: 'automation', unit: 'switch', of: 'mechanism' },
  'agreement.looks': { section: 'agreement', unit: 'count' },
  'agreement.share': { section: 'agreement', unit: 'share' },
} as const satisfies Record<string, { section: ReportSection; unit: FigureUnit; of?: string }>
export type FigureKey = keyof typeof REPORT_FIGURES

export const FIGURE_KEYS = Object.keys(REPORT_FIGURES) as FigureKey[]

/** What may make or take part in a decision without a person, as a site is set up. */
export const MECHANISMS = [
  'suggestions',
  'watched_words',
  'held_words',
  'hold_first',
  'hold_all',
  'judgement',
  'remote_scorers',
  'holding_rules',
  'publishing_rules',
  'rejecting_rules',
] as const
export type Mechanism = (typeof MECHANISMS)[number]
