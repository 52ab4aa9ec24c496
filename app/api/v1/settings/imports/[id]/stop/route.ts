export { postImportStop as POST } from '@/lib/http/settings/imports'
