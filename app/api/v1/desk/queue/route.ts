import { getQueue } from '@/lib/http/desk/get-queue'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getQueue })
