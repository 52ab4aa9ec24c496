export { handleGetComment as GET } from '@/lib/http/get-comment'
export { handleDeleteComment as DELETE } from '@/lib/http/delete-comment'
export { handlePatchComment as PATCH } from '@/lib/http/patch-comment'
