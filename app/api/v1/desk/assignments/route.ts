import { deleteAssignments, putAssignments } from '@/lib/http/desk/teamwork'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PUT: putAssignments, DELETE: deleteAssignments })
