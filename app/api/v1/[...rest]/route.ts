import { route } from '@/lib/http/route'
import { handleUnknownAddress } from '@/lib/http/unknown-address'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handleUnknownAddress,
  POST: handleUnknownAddress,
  PUT: handleUnknownAddress,
  PATCH: handleUnknownAddress,
  DELETE: handleUnknownAddress,
})
