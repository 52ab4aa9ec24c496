import { getJudgement, putJudgement } from '@/lib/http/settings/judgement'
import { route } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getJudgement, PUT: putJudgement })
