export { postSetup as POST } from '@/lib/http/settings/setup'
