import { postExchange } from '@/lib/http/desk/batches'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postExchange })
