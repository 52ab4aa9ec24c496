export { postUndo as POST } from '@/lib/http/desk/post-undo'
