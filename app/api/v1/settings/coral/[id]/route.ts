export { handleDeleteCoralPhase as DELETE } from '@/lib/http/settings/coral'
