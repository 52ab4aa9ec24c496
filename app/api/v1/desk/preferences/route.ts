import { getDeskPreferences, putDeskPreferences } from '@/lib/http/desk/preferences'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getDeskPreferences, PUT: putDeskPreferences })
