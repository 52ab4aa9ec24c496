export { getCommentContext as GET } from '@/lib/http/desk/get-comment-context'
