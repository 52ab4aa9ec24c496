import { handlePostBulk } from '@/lib/http/api/post-bulk'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: handlePostBulk })
