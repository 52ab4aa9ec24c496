import { getDeskEvents } from '@/lib/http/desk/events'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getDeskEvents })
