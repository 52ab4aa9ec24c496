export { getRescore as GET, postRescore as POST } from '@/lib/http/settings/rescore'
