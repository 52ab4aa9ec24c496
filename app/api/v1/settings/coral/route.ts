export { postCoralPhase as POST } from '@/lib/http/settings/coral'
