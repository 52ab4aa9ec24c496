export { getArticles as GET } from '@/lib/http/get-articles'
