import { postImportStart } from '@/lib/http/settings/imports'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: postImportStart })
