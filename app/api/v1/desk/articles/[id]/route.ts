export { getArticleStats as GET } from '@/lib/http/api/get-article-stats'
