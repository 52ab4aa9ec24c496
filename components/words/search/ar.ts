import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'ar'> = {
  title: 'البحث',
  description: 'كل تعليقات هذا الموقع، الأحدث أولًا.',
  decide: 'البتّ في هذه',
  open: 'فتحها في قائمة الانتظار',
  makeRule: 'تحويله إلى قاعدة',
  nothing: 'لم يصل أي تعليق بعد',
  nothingWhy: 'يمكن العثور على التعليقات فور أن يرسلها الموقع، أو حين يستورد مدير صفحةً محفوظة من الإعدادات.',
  none: 'لا تعليق يطابق ذلك',
  hint: 'تُبحث الكلمات كما كُتبت؛ و{example} يجد كل ما يبدأ بها. يُعثر على التعليق الجديد خلال ثوانٍ.',
  found: 'التعليقات الموجودة',
  count: {
    zero: 'لا تعليقات ({total})',
    one: 'تعليق واحد ({total})',
    two: 'تعليقان ({total})',
    few: '{total} تعليقات',
    many: '{total} تعليقًا',
    other: '{total} تعليق',
  },
  newest: 'الأحدث',
  older: 'الأقدم',
  what: 'ما يمكن البحث عنه',
  how: 'كلمات، و{phrase}، و{without} يجب ألا تكون موجودة. ويصلح ذلك في قائمة الانتظار أيضًا.',
  phrase: '"عبارات حرفية"',
  without: '-كلمات',
}
