import { handleGetArticleComments } from '@/lib/http/api/get-article-comments'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: handleGetArticleComments })
