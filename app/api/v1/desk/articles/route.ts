export { getArticles as GET } from '@/lib/http/desk/get-articles'
