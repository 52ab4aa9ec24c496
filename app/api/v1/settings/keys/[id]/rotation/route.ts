export { postApiKeyRotation as POST } from '@/lib/http/settings/keys'
