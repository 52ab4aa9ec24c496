import { deleteClaim, putClaim } from '@/lib/http/desk/teamwork'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PUT: putClaim, DELETE: deleteClaim })
