import { getLookShare, putLookShare } from '@/lib/http/settings/second-looks'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getLookShare, PUT: putLookShare })
