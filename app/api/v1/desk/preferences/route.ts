export { getDeskPreferences as GET, putDeskPreferences as PUT } from '@/lib/http/desk/preferences'
