import { handlePatchRescore } from '@/lib/http/settings/rescore'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PATCH: handlePatchRescore })
