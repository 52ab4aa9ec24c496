export { getArticleThread as GET } from '@/lib/http/desk/get-article-thread'
