export { deleteClosedReplies as DELETE, putClosedReplies as PUT } from '@/lib/http/desk/articles'
