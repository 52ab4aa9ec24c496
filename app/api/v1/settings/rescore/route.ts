import { getRescore, postRescore } from '@/lib/http/settings/rescore'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getRescore, POST: postRescore })
