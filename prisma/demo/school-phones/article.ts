import type { DemoDiscussion } from '../types'
import { exceptions } from './threads-exceptions'
import { jokes } from './threads-jokes'
import { pupils } from './threads-pupils'
import { secondDay } from './threads-second-day'
import { teachersPay } from './threads-teachers-pay'

/** A short news item with quick, jokey replies and a drift into teachers' pay. */
export const schoolPhones: DemoDiscussion = {
  slug: 'school-phones',
  title: 'Secondary schools will lock phones away from August',
  standfirst: 'Pupils at all 23 schools will hand in their devices in the morning and get them back with the last bell',
  section: 'Education',
  author: 'Mira Sandoval-Reyes',
  authorBio: 'Mira Sandoval-Reyes reports on schools and families for the Averhaven Lantern.',
  language: 'en',
  url: 'https://www.averhaven-lantern.example/education/school-phones',
  publishedDaysAgo: 1.95,
  body: [
    "Pupils at Averhaven's secondary schools will have to give up their phones during the school day. From 18 August devices will be locked in " +
      'grey fabric pouches at the start of the first lesson and released by a magnet at the gate after the last, the education office announced ' +
      'on its website. The rule covers all 23 schools and some 14,600 pupils between the ages of eleven and nineteen. Smart watches count as ' +
      'phones.',
    'Two schools have tried the pouches since January. At Tern Street School the number of lessons interrupted by a phone fell from an average ' +
      'of nine a week per class to fewer than one, according to the office. At Northgate the library lent 60 per cent more books than in the ' +
      'same months of last year. The office did not say whether marks had improved. “It is too early for that, and it was not the point,” said ' +
      'Ruth Okonjo-Hale, who leads it. “The point was that they talk to each other again. It is very loud in there.”',
    'Exceptions are planned for pupils who need a device for medical reasons, to interpret, or because they look after a relative. In an ' +
      'emergency parents are to ring the school office. The pouches and magnets cost 410,000 crowns, and the city will pay.',
    "The pupils' council called the decision “a solution by people who answer e-mails during meetings”. It asks for sixth forms to be left " +
      'out, and will be heard on the subject in June.',
  ].join('\n\n'),
  comments: [...exceptions, ...jokes, ...pupils, ...secondDay, ...teachersPay],
}
