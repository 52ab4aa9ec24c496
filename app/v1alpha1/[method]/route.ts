import { handlePostPerspective } from '@/lib/http/api/post-analyze'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: handlePostPerspective })
