import { z } from 'zod'
import { CoralAnswer, CoralRequest } from '../coral'
import { REFUSED_BODY, type PathTable } from './operation'

const REQUEST: CoralRequest = {
  action: 'NEW',
  comment: { body: '<div>And the airport?</div>', parentID: null },
  story: { id: 'tram-1', url: 'https://courier.example/tram-1' },
}

/** What a Coral site asks before it shows a comment, in Coral's own words. */
export const CORAL_PATHS: PathTable = {
  '/coral/{id}': {
    post: {
      operationId: 'moderateForCoral',
      tag: 'Coral',
      summary: 'Score a comment for Coral',
      description:
        'The external moderation phase of a Coral site. Enter this address in Coral as its callback URL, and the signing secret that Coral shows in Settings → Coral. The comment is scored and checked against the site’s policy; none of it is stored. Other fields of Coral’s request are ignored.',
      scope: 'coral',
      path: z.object({ id: z.uuid().describe('The phase, as Settings shows it in the address.') }),
      body: { schema: CoralRequest, example: REQUEST },
      answers: {
        200: {
          description: 'What Coral should do: hold the comment, or flag it for its moderators.',
          schema: CoralAnswer,
          example: { actions: [{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }] } satisfies CoralAnswer,
        },
        204: { description: 'Nothing to do: Coral continues by its own rules.' },
      },
      refusals: {
        ...REFUSED_BODY,
        unauthenticated: 'The signature does not match this phase.',
        not_found: 'There is no such phase.',
      },
    },
  },
}
