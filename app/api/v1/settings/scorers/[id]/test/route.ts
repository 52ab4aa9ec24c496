export { postScorerTest as POST } from '@/lib/http/settings/scorers'
