export { getCommentContext as GET } from '@/lib/http/get-comment-context'
