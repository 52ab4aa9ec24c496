import { handlePostReport } from '@/lib/http/api/post-report'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: handlePostReport })
