import { getAppeals } from '@/lib/http/desk/appeals'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getAppeals })
