export { deleteAssignment as DELETE, putAssignment as PUT } from '@/lib/http/desk/teamwork'
