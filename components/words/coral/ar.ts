import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'ar'> = {
  about:
    'يمكن لموقع Coral أن يسأل Parley قبل عرض التعليق: كمرحلة إشراف خارجية، بكلمات هذا الموقع المراقَبة وسياسته. تبقى التعليقات لدى Coral، ولا يُخزَّن منها شيء هنا.',
  add: 'إضافة موقع Coral',
  none: 'لا مواقع Coral بعد',
  noneWhy: 'عندها يُعلِّم Coral التعليقات غير اللائقة ويحجز ما فيه كلمات محظورة، وفق سياستكم.',
  list: 'مواقع Coral',
  notAsked: 'لم يسأل بعد',
  asked: 'آخر سؤال {time}',
  urlOf: 'عنوان الاستدعاء لـ {name}',
  removeOne: 'إزالة {name}',
  addHint: 'في Coral أضف مرحلة إشراف بأي عنوان استدعاء مؤقت، وانسخ سر التوقيع إلى هنا. ثم تحصل على عنوان الاستدعاء لإدخاله هناك.',
  nameExample: 'تعليقات صحيفة البريد',
  secret: 'سر التوقيع',
  secretHint: 'من Coral. تُرفض الطلبات التي لا تحمل توقيعه.',
  addSend: 'إضافة الموقع',
  removeTitle: 'إزالة {name}؟',
  removeHint: 'لا يعود عنوانه يجيب. يتابع Coral عندها دون هذه المرحلة: تُعرض التعليقات وفق قواعده هو.',
  removeSend: 'إزالة الموقع',
}
