import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'ar'> = {
  about: 'لماذا تُرفَض التعليقات هنا. ما يُضاف يأتي بعد الأسباب الموجودة في كل غرفة أخبار، ومفتاحه Shift مع رقم.',
  builtIn: 'في كل غرفة أخبار',
  own: 'أسبابكم',
  none: 'لا شيء بعد: يمكن إضافة ما تسمّيه قواعد النشر لديكم.',
  retired: 'خارج الاستعمال',
  retiredHint: 'لم يعد اختيارها ممكنًا، وتحتفظ بها القرارات والأرقام.',
  addTitle: 'إضافة سبب',
  label: 'السبب',
  labelHint: 'كما يظهر في القائمة وفي السجل وفي تدفق القرارات. لا يمكن تغييره لاحقًا لأن القرارات تذكره.',
  message: 'ما يمكن قوله لصاحب التعليق',
  messageHint: 'اختياري. يُرسَل إلى الموقع مع كل قرار لهذا السبب.',
  add: 'إضافة',
  added: 'أُضيف «{label}»',
  up: 'نقل «{label}» إلى أعلى',
  down: 'نقل «{label}» إلى أسفل',
  change: 'تغيير نص «{label}»',
  changeHint: 'ما يُرسَل إلى الموقع من الآن، وكذلك مع القرارات السابقة عند قراءتها من جديد.',
  retire: 'سحب من الاستعمال',
  retireOne: 'سحب «{label}» من الاستعمال',
  restore: 'استعمال من جديد',
  restoreOne: 'استعمال «{label}» من جديد',
  notChanged: 'لم يتغيّر «{label}»',
}
