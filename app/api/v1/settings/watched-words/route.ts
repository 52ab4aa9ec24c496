import { getWatchedWords, postWatchedWord } from '@/lib/http/settings/watched-words'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getWatchedWords, POST: postWatchedWord })
