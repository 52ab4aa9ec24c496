import { FIGURE_MEANINGS } from '../../domain/figure-meanings'
import { TransparencyQuery, TransparencyReport } from '../transparency'
import { refuseAnyone, type PathTable } from './operation'

const SOME = {
  section: 'comments',
  key: 'comments.received',
  of: null,
  meaning: FIGURE_MEANINGS['comments.received'],
  unit: 'count',
  value: 18_204,
  interval: null,
  previous: 16_911,
} as const

/** What a site may publish about its moderation. */
export const TRANSPARENCY_PATHS: PathTable = {
  '/transparency': {
    get: {
      operationId: 'getTransparency',
      tag: 'Transparency',
      summary: 'What was moderated in a period',
      description:
        'Comments, decisions, rejections, waiting times, reports by readers, appeals, automation and agreement for a year, a quarter, a month or any other days in UTC, each beside the period before. Figures count what stands by now: an undone decision appears only in the figures for undone decisions. Nothing in it is about individuals. A year of a large site takes a few seconds the first time; the result is then reused for a minute.',
      scope: 'read',
      query: TransparencyQuery,
      answers: {
        200: {
          description: 'The figures, in the order of the report.',
          schema: TransparencyReport,
          example: {
            site: 'The Gazette',
            period: { name: '2026-Q3', from: '2026-07-01', to: '2026-09-30', isOver: true },
            previous: { name: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
            countedAt: '2026-10-05T08:00:00.000Z',
            figures: [SOME],
          } satisfies TransparencyReport,
        },
      },
      refusals: { invalid_input: 'A parameter is not valid; errors names it.', ...refuseAnyone('read') },
    },
  },
}
