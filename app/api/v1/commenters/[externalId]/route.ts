import { handleDeleteCommenter } from '@/lib/http/api/erase-commenter'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ DELETE: handleDeleteCommenter })
