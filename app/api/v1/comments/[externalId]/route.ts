export { handleDeleteComment as DELETE } from '@/lib/http/delete-comment'
export { handlePatchComment as PATCH } from '@/lib/http/patch-comment'
