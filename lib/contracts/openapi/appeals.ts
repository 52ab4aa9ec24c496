import { AppealAnswer, AppealInput } from '../appeal'
import { externalIdOf, REFUSED_BODY, refuseAnyone, type PathTable } from './operation'

/** Objections of commenters. */
export const APPEAL_PATHS: PathTable = {
  '/comments/{externalId}/appeals': {
    post: {
      operationId: 'appealDecision',
      tag: 'Appeals',
      summary: 'Appeal against a decision',
      description:
        'Passes a commenter’s appeal on to the desk: against the rejection of their comment, or a mark on it. Each decision can be appealed against once; the same words again change nothing. Another person than the one who decided answers, and the feed tells it: a decision with appeal names the appeal’s id and its outcome. An appeal lapses when you delete the comment, or replace the text that was rejected: the new text is looked at anyway.',
      scope: 'ingest',
      path: externalIdOf('comment'),
      body: {
        schema: AppealInput,
        example: { statement: 'I was quoting the mayor.', appealedAt: '2026-03-01T10:02:00Z' } satisfies AppealInput,
      },
      answers: {
        200: { description: 'The appeal was known.', schema: AppealAnswer },
        201: {
          description: 'The appeal is new.',
          schema: AppealAnswer,
          example: {
            id: '019c9f3e-7c00-7000-8000-000000000005',
            decisionId: '019c9f3e-7c00-7000-8000-000000000003',
            outcome: 'created',
            state: 'open',
          } satisfies AppealAnswer,
        },
      },
      refusals: {
        ...REFUSED_BODY,
        ...refuseAnyone('ingest'),
        not_found: 'There is no comment of this external id.',
        not_allowed:
          'Nothing was decided against the comment, it still waits for a decision, or it was deleted; or there is an appeal in other words against the same decision.',
      },
    },
  },
}
