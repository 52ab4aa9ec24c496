export { getImportReport as GET } from '@/lib/http/settings/imports'
