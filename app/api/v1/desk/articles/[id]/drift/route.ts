import { getDrift } from '@/lib/http/api/get-article-stats'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getDrift })
