export { handleGetArticle as GET } from '@/lib/http/get-article'
export { handlePutArticle as PUT } from '@/lib/http/put-article'
