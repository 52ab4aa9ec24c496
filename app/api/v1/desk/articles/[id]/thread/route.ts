export { getArticleThread as GET } from '@/lib/http/get-article-thread'
