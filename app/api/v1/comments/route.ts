import { handlePostComments } from '@/lib/http/api/post-comments'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: handlePostComments })
