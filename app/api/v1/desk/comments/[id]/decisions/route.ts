import { postDecision } from '@/lib/http/desk/post-decision'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postDecision })
