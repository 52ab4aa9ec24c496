export { handleGetArticleComments as GET } from '@/lib/http/api/get-article-comments'
