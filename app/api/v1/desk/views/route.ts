export { getViews as GET, postView as POST } from '@/lib/http/desk/teamwork'
