export { getSeries as GET } from '@/lib/http/desk/article-series'
