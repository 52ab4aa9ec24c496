import { getSeries } from '@/lib/http/desk/article-series'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getSeries })
