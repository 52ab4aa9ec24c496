export { handlePatchRescore as PATCH } from '@/lib/http/settings/rescore'
