export { patchUser as PATCH } from '@/lib/http/settings/users'
