export { deleteClaim as DELETE, putClaim as PUT } from '@/lib/http/desk/teamwork'
