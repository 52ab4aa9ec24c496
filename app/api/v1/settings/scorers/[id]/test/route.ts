import { postScorerTest } from '@/lib/http/settings/scorers'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postScorerTest })
