export { getSeries as GET } from '@/lib/http/article-series'
