import { handleGetTransparency } from '@/lib/http/api/get-transparency'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: handleGetTransparency })
