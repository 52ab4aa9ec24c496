export { getImports as GET, postImport as POST } from '@/lib/http/settings/imports'
