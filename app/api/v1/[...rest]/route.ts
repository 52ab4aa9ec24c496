export {
  handleUnknownAddress as DELETE,
  handleUnknownAddress as GET,
  handleUnknownAddress as PATCH,
  handleUnknownAddress as POST,
  handleUnknownAddress as PUT,
} from '@/lib/http/unknown-address'
