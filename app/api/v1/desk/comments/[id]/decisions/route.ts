export { postDecision as POST } from '@/lib/http/post-decision'
