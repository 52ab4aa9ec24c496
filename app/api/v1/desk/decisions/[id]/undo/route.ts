export { postUndo as POST } from '@/lib/http/post-undo'
