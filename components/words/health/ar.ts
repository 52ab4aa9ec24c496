import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'ar'> = {
  about: 'هل يُنجز كل ما يجري في الخلفية.',
  work: 'في الخلفية',
  workWhy: 'كل هذا يجري من تلقاء نفسه. وما فشل لا تُعاد محاولته تلقائيًا.',
  'work.words': 'فهرسة النصوص للبحث',
  'work.readings': 'القراءة المتأنية للتقييم',
  'work.scorers': 'خدمات التقييم الخارجية',
  'work.webhooks': 'تسليمات Webhook',
  'work.imports': 'عمليات الاستيراد',
  idle: 'لا شيء في الانتظار',
  waiting: 'في الانتظار: {count}',
  since: 'الأقدم منذ {time}',
  failed: 'فشل: {count}',
  figures: 'أرقام النقاشات',
  'figures.none': 'لم يُعَد عدّها بعد.',
  'figures.right': 'صحيحة في كل المقالات التي أُعيد عدّها، وعددها {count}.',
  'figures.wrong': 'خاطئة في {wrong} من {count} من المقالات التي أُعيد عدّها.',
  'figures.last': 'آخر عدّ: {time}',
  database: 'قاعدة البيانات',
  'database.is': 'PostgreSQL {version}، {size}',
}
