export { getArticleStats as GET } from '@/lib/http/get-article-stats'
