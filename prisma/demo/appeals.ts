import type { DemoAppeal } from './types'

/** What commenters said against decisions, and what became of it. */
export const demoAppeals: DemoAppeal[] = [
  {
    on: 'night-tram-names-01',
    hoursAgo: 190,
    statement: 'I attacked nobody. I said look at the names. Anyone may look at names.',
    answer: {
      by: 'mara',
      outcome: 'upheld',
      hoursAgo: 181,
      note: 'A colleague and I have both read it. It tells people that they do not belong here because of where they come from, and that we do not publish.',
    },
  },
  {
    on: 'night-tram-quay-street-03',
    hoursAgo: 170,
    statement: 'That was a joke, and on me as well: I moved to Quay Street in 2019 and wrote the very same letter about the bells.',
    answer: { by: 'mara', outcome: 'granted', hoursAgo: 166 },
  },
  {
    on: 'night-tram-taxis-and-licence-15',
    hoursAgo: 26,
    statement:
      'I named nobody. I wrote what everyone in the building says, and that you would not print it, and look: you did not print it. If it is wrong then ask the three of them where they spent August.',
  },
  {
    on: 'school-phones-teachers-pay-01',
    hoursAgo: 9,
    statement:
      'How is this off-topic? The article says what the pouches cost in its first sentence. I teach there. What else could have been bought for it is the topic.',
  },
  {
    on: 'school-phones-pupils-19',
    hoursAgo: 3,
    statement: '“Snowflake” is in the dictionary. You let them call us dinosaurs two comments further up.',
  },
]
