import { handleDeleteScorer, handlePatchScorer } from '@/lib/http/settings/scorers'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PATCH: handlePatchScorer, DELETE: handleDeleteScorer })
