export { deleteWatchedWord as DELETE } from '@/lib/http/settings/watched-words'
