import { handleGetDiscovery } from '@/lib/http/api/get-discovery'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: handleGetDiscovery })
