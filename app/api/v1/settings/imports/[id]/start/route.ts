export { postImportStart as POST } from '@/lib/http/settings/imports'
