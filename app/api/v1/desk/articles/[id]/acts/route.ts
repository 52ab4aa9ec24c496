import { postArticleAct } from '@/lib/http/desk/articles'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postArticleAct })
