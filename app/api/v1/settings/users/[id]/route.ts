import { patchUser } from '@/lib/http/settings/users'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PATCH: patchUser })
