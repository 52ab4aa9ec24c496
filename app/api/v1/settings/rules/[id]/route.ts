import { deleteRule, patchRule } from '@/lib/http/settings/rules'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PATCH: patchRule, DELETE: deleteRule })
