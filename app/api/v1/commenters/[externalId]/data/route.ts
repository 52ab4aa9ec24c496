import { handleGetCommenterData } from '@/lib/http/api/get-commenter-data'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: handleGetCommenterData })
