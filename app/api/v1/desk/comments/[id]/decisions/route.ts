export { postDecision as POST } from '@/lib/http/desk/post-decision'
