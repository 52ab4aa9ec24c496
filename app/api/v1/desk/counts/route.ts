import { getCounts } from '@/lib/http/desk/get-counts'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getCounts })
