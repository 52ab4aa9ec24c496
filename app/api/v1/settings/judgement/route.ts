export { getJudgement as GET, putJudgement as PUT } from '@/lib/http/settings/judgement'
