import { getDecisionLog } from '@/lib/http/desk/log'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getDecisionLog })
