import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'ar'> = {
  description: 'المكتب الذي تُبقي فيه غرفة الأخبار تعليقاتها جديرة بالقراءة',
  skip: 'انتقل إلى المحتوى',
  close: 'إغلاق',
  cancel: 'إلغاء',
  save: 'حفظ',
  retry: 'حاول مرة أخرى',
  'callout.info': 'ملاحظة',
  'callout.success': 'تم',
  'callout.warning': 'انتبه',
  'callout.error': 'مشكلة',
  'theme.light': 'التبديل إلى الألوان الفاتحة',
  'theme.dark': 'التبديل إلى الألوان الداكنة',
  toasts: 'الرسائل',
  'fault.title': 'تعذّر عرض هذه الصفحة',
  'fault.kept': 'كل ما قررته من قبل محفوظ. إذا تكرر ذلك فأخبر من يدير Parley.',
  'fault.number': 'كل ما قررته من قبل محفوظ. إذا تكرر ذلك فأخبر من يدير Parley بهذا الرقم: {number}',
  'missing.title': 'لا شيء في هذا العنوان',
  'missing.why': 'ربما نُقلت الصفحة أو حُذفت، أو أنها تخص موقعًا آخر.',
  'missing.next': 'إلى قائمة الانتظار',
}
