import { getCommentContext } from '@/lib/http/desk/get-comment-context'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getCommentContext })
