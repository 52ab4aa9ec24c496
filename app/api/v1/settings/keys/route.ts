import { getApiKeys, postApiKey } from '@/lib/http/settings/keys'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getApiKeys, POST: postApiKey })
