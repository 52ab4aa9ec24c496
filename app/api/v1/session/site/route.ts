import { postSessionSite } from '@/lib/http/desk/session-site'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postSessionSite })
