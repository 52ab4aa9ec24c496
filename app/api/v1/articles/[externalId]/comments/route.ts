export { handleGetArticleComments as GET } from '@/lib/http/get-article-comments'
