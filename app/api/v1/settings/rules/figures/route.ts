import { getFigures } from '@/lib/http/settings/rules'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getFigures })
