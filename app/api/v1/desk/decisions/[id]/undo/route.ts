import { postUndo } from '@/lib/http/desk/post-undo'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postUndo })
