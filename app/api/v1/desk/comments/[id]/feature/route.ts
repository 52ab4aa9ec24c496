import { deleteFeature, putFeature } from '@/lib/http/desk/articles'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PUT: putFeature, DELETE: deleteFeature })
