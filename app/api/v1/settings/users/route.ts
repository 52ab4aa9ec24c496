import { getUsers, postUser } from '@/lib/http/settings/users'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getUsers, POST: postUser })
