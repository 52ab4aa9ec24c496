import { postSetup } from '@/lib/http/settings/setup'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postSetup })
