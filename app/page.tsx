import { redirect } from 'next/navigation'
import { requirePageActor } from '@/lib/auth/page-actor'

/** The desk's front door: moderators begin at the queue, editors at their articles. */
export default async function HomePage() {
  const { role } = await requirePageActor()
  redirect(role === 'editor' ? '/articles' : '/queue')
}
