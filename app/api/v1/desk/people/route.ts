export { getPeople as GET } from '@/lib/http/desk/teamwork'
