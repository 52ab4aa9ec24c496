import { patchOwnReason } from '@/lib/http/settings/own-reasons'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PATCH: patchOwnReason })
