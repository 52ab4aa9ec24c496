import { createPublicContext } from '../../services/create-context'
import { moderateForCoral } from '../../services/coral/moderate'
import { readJsonText } from '../body'
import { handlePublic, json, segmentAfter } from '../handler'

/**
 * `POST /api/v1/coral/{id}`: Coral's external moderation phase, whose contract is Coral's own. 200 with status and
 * actions, or 204 when there is nothing to do. The signature identifies the caller.
 */
export const handlePostCoral = handlePublic(async (request) => {
  const signature = request.headers.get('x-coral-signature') ?? ''
  const answer = await moderateForCoral(createPublicContext(), segmentAfter(request, 'coral'), await readJsonText(request), signature)
  return answer === null ? new Response(null, { status: 204 }) : json(answer)
})
