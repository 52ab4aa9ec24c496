export { getDrift as GET } from '@/lib/http/get-article-stats'
