export { getViewCounts as GET } from '@/lib/http/desk/teamwork'
