import { getOpenapi } from '@/lib/http/api/get-openapi'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getOpenapi })
