import { deleteSecondLookAnswer, putSecondLookAnswer } from '@/lib/http/desk/second-looks'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ PUT: putSecondLookAnswer, DELETE: deleteSecondLookAnswer })
