export { getUsers as GET, postUser as POST } from '@/lib/http/settings/users'
