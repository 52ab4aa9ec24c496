import { getOverview } from '@/lib/http/desk/newsroom'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getOverview })
