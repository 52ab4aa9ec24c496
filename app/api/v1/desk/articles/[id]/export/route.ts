export { getSeries as GET } from '@/lib/http/desk-newsroom'
