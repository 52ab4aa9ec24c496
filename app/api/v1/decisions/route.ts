import { handleGetDecisions } from '@/lib/http/api/get-decisions'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: handleGetDecisions })
