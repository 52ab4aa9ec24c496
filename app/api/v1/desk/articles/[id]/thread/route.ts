import { getArticleThread } from '@/lib/http/desk/get-article-thread'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getArticleThread })
