import type { DemoDiscussion } from '../types'
import { aftermath } from './threads-aftermath'
import { airport } from './threads-airport'
import { footnotes } from './threads-footnotes'
import { hospitalWard } from './threads-hospital-ward'
import { names } from './threads-names'
import { nightWorkers } from './threads-night-workers'
import { passingBy } from './threads-passing-by'
import { quayStreet } from './threads-quay-street'
import { shouting } from './threads-shouting'
import { students } from './threads-students'
import { taxisAndLicence } from './threads-taxis-and-licence'
import { update } from './threads-update'

/** A heated local decision: insight, insults, an airport nobody asked about, and spam. */
export const nightTram: DemoDiscussion = {
  slug: 'night-tram',
  title: 'Council votes to close the night tram',
  standfirst:
    'After four hours of debate and a split inside the governing group, Averhaven will end line N2 on 31 August and send buses through the ' + 'night instead',
  section: 'Politics',
  author: 'Priya Castellane',
  authorBio: 'Priya Castellane covers the town hall and transport for the Averhaven Lantern. She has not owned a car since 2011.',
  language: 'en',
  url: 'https://www.averhaven-lantern.example/politics/night-tram',
  publishedDaysAgo: 8.9,
  body: [
    'Averhaven will close its night tram. By 31 votes to 26, with three abstentions, the city council decided in the last hour of its budget ' +
      'session to end line N2 after the service of 31 August. From the following night two bus routes, the N41 and the N42, will cover most of ' +
      'its stops between half past midnight and five in the morning.',
    'The vote came at twelve minutes to midnight. Several councillors then left by the side door to catch the 00:06 from Town Hall Square, one ' +
      'of the trams they had just abolished.',
    'At the heart of the decision is a number that nobody in the chamber disputed. In 2017 the N2 carried 4,100 passengers on an average ' +
      'night. Last year it was 1,350. The line runs thirteen kilometres from Northgate Depot by way of Central Station, Saltmarket and Quay ' +
      'Street to St Brannoc Hospital and the container terminal on Kettle Island, and after two in the morning, the transport office says, a ' +
      'tram with room for 210 people carries nineteen.',
    '“We are heating, lighting and staffing an empty room that moves,” said Henrike Sand of the Civic Alliance, who chairs the transport ' +
      'committee. Each boarding on the N2 costs the city 13.80 crowns, she told the council, against 2.10 crowns on the daytime network. Closing ' +
      'the line saves 6.8 million crowns a year. The buses will cost 2.3 million. “That leaves four and a half million crowns, every year, for ' +
      'the daytime trams that people are actually standing in.”',
    'Jonah Abara, who leads the Open City group, called the comparison dishonest. Until 2019 the night tram ran every 20 minutes, he said; ' +
      'since the last round of savings it has run every 40, and since the Quay Street works it has been cut short at Saltmarket on two nights ' +
      'out of seven. “You take away half the trams, you take away the last third of the line, and then you count the passengers and say they ' +
      'have lost interest. They have not lost interest. They have lost the tram.”',
    'Four members of the governing Civic Alliance voted against their own group. One of them, Marta Eglund, who represents Kettle Island, said ' +
      "the island's 9,000 residents would be left with a bus that has to cross the harbour bridge in the same single lane as the lorries.",
    "The new N41 will follow the tram's route from Northgate to Central Station. The N42 takes over from there to the hospital, but leaves out " +
      'Quay Street and reaches the terminal only between four and five, for the early shift. Both run every 40 minutes. Passengers who travel ' +
      'from one end of the line to the other will change at Central Station. The transport office gives the journey from Northgate to St Brannoc ' +
      'as 61 minutes by bus; the tram takes 38.',
    "St Brannoc has about 640 people at work on an ordinary night. In a letter read out during the debate the hospital's staff council said " +
      'that nearly a third of them come by tram, and that the half-past-midnight change of shift falls exactly between two departures in the new ' +
      'timetable. The committee promised to “look at the minutes again”. It refused to put a guarantee into the resolution.',
    "Rosa Talvik, who speaks for the tram drivers' union, said 44 drivers now work nights on the N2. None will be dismissed, according to the " +
      'city: they are to be moved to the daytime depots or retrained for buses by October. “They call it an offer,” Ms Talvik said. “An offer is ' +
      'something that you can turn down.”',
    'On Quay Street the news was welcome. Residents there filed 212 complaints about noise last year, most of them about the squeal of the ' +
      'wheels in the bend outside the old customs house. The track in that bend was laid in 1988 and is due for replacement, at a cost of 3.1 ' +
      'million crowns, within two years. The saving of that sum is not part of the 6.8 million; it comes on top.',
    'A petition against the closure collected 14,200 signatures in three weeks. Because it was handed in two days after the deadline for the ' +
      'session, it was noted but not debated, which led to shouting from the public gallery and to an interruption of twenty minutes.',
    'Mayor Edda Voss, who did not speak in the debate, said afterwards that she understood the anger. “Nobody closes a night tram with a light ' +
      'heart. But we shall look at the buses after a year, honestly and in public, and if they do not work we shall change them.” Asked whether ' +
      'that could mean bringing back the tram, she said that the overhead line would “stay up for the time being”.',
    'The operating licence for the night service expires on 31 December. If it is not renewed by then, the city would have to apply for a new ' +
      'one, a procedure that took almost three years the last time. Mr Abara announced that his group will ask the regional transport board to ' +
      'examine the vote. The board has until the end of July to answer.',
  ].join('\n\n'),
  comments: [
    ...aftermath,
    ...airport,
    ...footnotes,
    ...hospitalWard,
    ...names,
    ...nightWorkers,
    ...passingBy,
    ...quayStreet,
    ...shouting,
    ...students,
    ...taxisAndLicence,
    ...update,
  ],
}
