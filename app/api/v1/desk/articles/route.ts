import { getArticles } from '@/lib/http/desk/get-articles'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getArticles })
