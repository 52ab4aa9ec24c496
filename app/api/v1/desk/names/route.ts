import { getNames } from '@/lib/http/desk/names'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getNames })
