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
        'Passes a commenter’s appeal on to the desk, against the rejection of their comment or a mark on it. Each decision can be appealed against once; sending the same words again changes nothing. Somebody other than the person who decided answers, and the answer comes back in the feed: a decision whose appeal field has the appeal’s id and its outcome. An appeal lapses when you delete the comment or replace the rejected text, because the new text is reviewed anyway.',
      scope: 'ingest',
      path: externalIdOf('comment'),
      body: {
        schema: AppealInput,
        example: { statement: 'I was quoting the mayor.', appealedAt: '2026-03-01T10:02:00Z' } satisfies AppealInput,
      },
      answers: {
        200: { description: 'The appeal is already known.', schema: AppealAnswer },
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
        not_found: 'There is no comment with this external id.',
        not_allowed:
          'Nothing was decided against the comment, it is still waiting for a decision, or it was deleted; or the same decision has already been appealed against in other words.',
      },
    },
  },
}
