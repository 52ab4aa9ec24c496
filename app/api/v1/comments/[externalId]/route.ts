export { handleGetComment as GET } from '@/lib/http/api/get-comment'
export { handleDeleteComment as DELETE } from '@/lib/http/api/delete-comment'
export { handlePatchComment as PATCH } from '@/lib/http/api/patch-comment'
