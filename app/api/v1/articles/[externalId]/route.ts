import { handleGetArticle } from '@/lib/http/api/get-article'
import { handlePutArticle } from '@/lib/http/api/put-article'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: handleGetArticle, PUT: handlePutArticle })
