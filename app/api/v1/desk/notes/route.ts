export { postNote as POST } from '@/lib/http/desk/teamwork'
