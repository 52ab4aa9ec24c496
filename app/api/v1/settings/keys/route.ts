export { getApiKeys as GET, postApiKey as POST } from '@/lib/http/settings/keys'
