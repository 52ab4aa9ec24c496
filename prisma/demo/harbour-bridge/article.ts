import type { DemoDiscussion } from '../types'
import { canteen } from './threads-canteen'
import { corrections } from './threads-corrections'
import { memories } from './threads-memories'
import { missingNames } from './threads-missing-names'
import { soundsAndCaissons } from './threads-sounds-and-caissons'
import { visitors } from './threads-visitors'

/** A calm long read: memories, corrections, answers by the author, voices in German and Arabic. */
export const harbourBridge: DemoDiscussion = {
  slug: 'harbour-bridge',
  title: 'How the harbour bridge was built',
  standfirst:
    'Five winters, 1.9 million rivets and a quarrel about eleven centimetres: ninety-five years ago Averhaven joined its two shores, and ' + 'nearly did not',
  section: 'History',
  author: 'Tobias Wren-Adeyemi',
  authorBio: "Tobias Wren-Adeyemi writes about the city's past for the Averhaven Lantern and leads walks along the old harbour on Sundays.",
  language: 'en',
  url: 'https://www.averhaven-lantern.example/history/harbour-bridge',
  publishedDaysAgo: 13.1,
  body: [
    'On the morning of 14 April 1926 a tug put a red barrel into the water two hundred metres off Saltmarket and anchored it there. Nobody ' +
      'took off a hat. The barrel marked the spot where, if the calculations were right, the southern pier of the harbour bridge would stand on ' +
      'rock. If they were wrong it would stand on mud, and not for long.',
    'Until then the harbour had divided Averhaven as thoroughly as a frontier. A steam ferry crossed every quarter of an hour, when there was ' +
      'no fog, and there was fog on ninety days in the year. Doctors kept a practice on either side. Couples from opposite shores were said to ' +
      'be “married by timetable”. The city council had asked for a bridge five times since 1871, and five times the harbour board had answered ' +
      'that ships were more important than people, though it used more words.',
    'What changed its mind was a drawing. Aurel Tennfjord, who was thirty-four and had until then built railway bridges in places where nobody ' +
      'looked at them, proposed a steel arch with a single span of 412 metres and 52 metres of air beneath it at high water. No ship afloat ' +
      'needed more than 49. There would be no pier in the fairway at all. The board, which had expected to refuse, asked for time to think and ' +
      'forgot to think of an objection.',
    'The difficulty lay below the water. The rock slopes; on the southern side it lies nineteen metres down, under a grey clay that old ' +
      'harbour hands called “the porridge”. To reach it the builders sank two caissons, iron boxes as large as a church and open at the bottom, ' +
      'from which compressed air kept out the sea. Men went in through an airlock and dug by hand, four hours at a time, in a heat of thirty ' +
      'degrees and at more than twice the pressure of the air outside. Most of those who knew the work had learned it elsewhere: a crew of sixty ' +
      'came from Hamburg, and divers who had worked on the quays of Alexandria inspected the cutting edge from outside, feeling their way along ' +
      'it with their hands, because the water was as dark as coffee.',
    'Coming up was more dangerous than going down. Whoever left the pressure too quickly doubled up with what the men called “the bends” or, ' +
      'in the German crew, simply “the price”. Seven of the thirty-one dead of the bridge died of it. After the third, in November 1927, the ' +
      'company doctor, Selma Roth, had a steel cylinder bolted together on the quay in which a sick man could be put back under pressure and ' +
      'brought out slowly. She had read about such a thing in a journal. The directors refused to pay for it, so she signed for the steel ' +
      'herself. In the four months before the cylinder there were five deaths; in the nineteen after it, two.',
    'The arch grew from both banks at once. Each half leaned out over the water, held back by 128 steel cables anchored in tunnels in the ' +
      'rock, and crept forward by one panel a week. On the rivet gangs four people worked as one: the heater threw a glowing rivet in an arc of ' +
      'up to twelve metres, the catcher took it out of the air in a funnel, the holder-on pressed it into its hole and the riveter closed it ' +
      'before it lost its colour. A good gang closed four hundred in a shift. The whole bridge has 1.9 million, and at the centenary of ' +
      "Tennfjord's birth schoolchildren were invited to check. They gave up at 11,000.",
    'The winter of 1929 almost ended everything. In February the harbour froze from shore to shore for the only time in that century. People ' +
      'walked across beneath the two halves of the arch and looked up. For nineteen days nobody could work; the steel, at minus twenty-six, had ' +
      'shrunk, and the cables sang so loudly at night that the parish of St Brannoc complained. When the thaw came the ice went out in a single ' +
      'afternoon. A floe the size of a football pitch struck the fender of the southern pier, climbed it slowly, and stopped less than two ' +
      'metres below the steel. The night foreman wrote one word into the log. It has been made illegible, but it was a short one.',
    "Then came the eleven centimetres. By the summer of 1930 the two halves stood almost within arm's reach of each other, and did not meet: " +
      'the northern half was eleven centimetres further west than the southern. For three weeks the newspapers wrote of nothing else. Tennfjord ' +
      'was accused of having measured with a bent ruler. He said nothing, and waited, and on the night of 19 August, in the coldest hour before ' +
      'dawn, he had the cables on one side slackened turn by turn. The sun had been warming the western flank of the arch all summer, he had ' +
      'noticed; by night, when the steel was of one temperature, the error was less than two centimetres. At ten past four the pin went in. The ' +
      "heater of the last gang, Oona Brask, who had come to the bridge as a cook's help and was the only woman to work on the steel, is said to " +
      'have been allowed to strike it with a hammer.',
    'The bridge was opened on 9 May 1931, in heavy rain. Its cost had been put at 21 million crowns and came to 34. On the first Sunday some ' +
      '90,000 people walked across it, more than lived in the city; half of them, the Lantern supposed, must have walked back and been counted ' +
      'twice.',
    'Tennfjord did not make a speech. Asked what he felt, he replied that he would like to know how the clay was doing. The question was a ' +
      'good one. The southern pier has settled by four millimetres in ninety-five years, and somebody still goes down to measure it every ' +
      'spring. The steel is painted from one end to the other in a round that takes eight years, and by the time that the painters arrive at ' +
      'Kettle Island it is time to begin again at Saltmarket. The next round starts in March.',
  ].join('\n\n'),
  comments: [...canteen, ...corrections, ...memories, ...missingNames, ...soundsAndCaissons, ...visitors],
}
