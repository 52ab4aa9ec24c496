export { postArticleAct as POST } from '@/lib/http/desk/articles'
