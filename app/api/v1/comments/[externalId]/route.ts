import { handleGetComment } from '@/lib/http/api/get-comment'
import { handleDeleteComment } from '@/lib/http/api/delete-comment'
import { handlePatchComment } from '@/lib/http/api/patch-comment'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handleGetComment,
  PATCH: handlePatchComment,
  DELETE: handleDeleteComment,
})
