import { handlePostAppeal } from '@/lib/http/api/post-appeal'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: handlePostAppeal })
