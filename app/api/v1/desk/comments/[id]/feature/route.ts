export { deleteFeature as DELETE, putFeature as PUT } from '@/lib/http/desk/articles'
