export { handleDeleteScorer as DELETE, handlePatchScorer as PATCH } from '@/lib/http/settings/scorers'
