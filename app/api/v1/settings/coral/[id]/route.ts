import { handleDeleteCoralPhase } from '@/lib/http/settings/coral'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ DELETE: handleDeleteCoralPhase })
