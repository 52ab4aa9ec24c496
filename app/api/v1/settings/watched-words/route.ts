export { getWatchedWords as GET, postWatchedWord as POST } from '@/lib/http/settings/watched-words'
