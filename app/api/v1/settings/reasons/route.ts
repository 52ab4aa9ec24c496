import { getOwnReasons, postOwnReason } from '@/lib/http/settings/own-reasons'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getOwnReasons, POST: postOwnReason })
