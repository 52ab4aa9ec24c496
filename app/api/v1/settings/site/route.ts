import { getSiteSettings, putSiteSettings } from '@/lib/http/settings/site'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getSiteSettings, PUT: putSiteSettings })
