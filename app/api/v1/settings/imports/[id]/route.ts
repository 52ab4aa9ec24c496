export { getImport as GET } from '@/lib/http/settings/imports'
