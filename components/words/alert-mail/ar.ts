import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'ar'> = {
  subject: 'تجاوز الحد: {title}',
  'subject.rule': 'أُوقفت القاعدة: {title}',
  head: '{site}: {title}',
  'measured.rate': 'القياس في هذه الساعة والتي قبلها: التعليقات في الساعة {value}. الحد {line}.',
  'measured.uncivil': 'القياس في هذه الساعة والتي قبلها: {value} من التعليقات غير لائق. الحد {line}.',
  'measured.off_topic': 'القياس في هذه الساعة والتي قبلها: {value} من التعليقات خارج الموضوع. الحد {line}.',
  'measured.rule':
    'رأى الناس غير ذلك في {value} مما قررته هذه القاعدة. الحد {line}. لم تعد تقرر: ما تنطبق عليه ينتظر شخصًا، وما قررته يبقى كما هو.',
  why: 'أُدخل هذا العنوان في الإعدادات ← التنبيهات.',
}
