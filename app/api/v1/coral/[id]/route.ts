import { handlePostCoral } from '@/lib/http/api/post-coral'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: handlePostCoral })
