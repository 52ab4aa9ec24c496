import { ReportAnswer, ReportInput } from '../ingest'
import { externalIdOf, REFUSED_BODY, refuseAnyone, type PathTable } from './operation'

/** Reports by readers. */
export const REPORT_PATHS: PathTable = {
  '/comments/{externalId}/reports': {
    post: {
      operationId: 'reportComment',
      tag: 'Reports',
      summary: 'Report a comment',
      description: 'Passes a reader’s report on to the desk. Once a person has reviewed the text, further reports are stored but closed.',
      scope: 'ingest',
      path: externalIdOf('comment'),
      body: { schema: ReportInput, example: { externalId: 'r1', reason: 'off_topic', reporter: 'reader-9' } satisfies ReportInput },
      answers: {
        200: { description: 'The report is already known.', schema: ReportAnswer },
        201: {
          description: 'The report is new.',
          schema: ReportAnswer,
          example: {
            id: '019c9f3e-7c00-7000-8000-000000000003',
            externalId: 'r1',
            outcome: 'created',
            isOpen: true,
          } satisfies ReportAnswer,
        },
      },
      refusals: { ...REFUSED_BODY, ...refuseAnyone('ingest'), not_found: 'There is no comment with this external id.' },
    },
  },
}
