export { getScorers as GET, postScorer as POST } from '@/lib/http/settings/scorers'
