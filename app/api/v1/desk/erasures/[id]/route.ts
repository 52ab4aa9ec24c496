import { getErasureById } from '@/lib/http/desk/privacy'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getErasureById })
