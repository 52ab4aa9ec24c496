export { postSetup as POST } from '@/lib/http/setup'
