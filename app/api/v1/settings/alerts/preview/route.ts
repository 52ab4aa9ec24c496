import { previewAlertLines } from '@/lib/http/desk/alerts'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: previewAlertLines })
