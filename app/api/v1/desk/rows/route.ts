import { getRows } from '@/lib/http/desk/get-rows'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getRows })
