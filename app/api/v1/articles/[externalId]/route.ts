export { handleGetArticle as GET } from '@/lib/http/api/get-article'
export { handlePutArticle as PUT } from '@/lib/http/api/put-article'
