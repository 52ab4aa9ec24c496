import { getSites, postSite } from '@/lib/http/settings/site'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getSites, POST: postSite })
