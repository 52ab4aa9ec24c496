import { deleteCommenterHold, putCommenterHold } from '@/lib/http/desk/commenters'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PUT: putCommenterHold, DELETE: deleteCommenterHold })
