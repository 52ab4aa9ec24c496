export { deleteView as DELETE } from '@/lib/http/desk/teamwork'
