export { deleteApiKey as DELETE } from '@/lib/http/settings/keys'
