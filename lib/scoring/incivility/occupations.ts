/** People by what they do: a text that does no more than name them insults nobody. Lower case; add to it freely. */
export const OCCUPATIONS: readonly string[] =
  `cleaner cleaners nurse nurses doctor doctors motorist motorists driver drivers cyclist cyclists pedestrian pedestrians landlord landlords tenant tenants
   builder builders farmer farmers artist artists student students pupil pupils police officer officers soldier soldiers veteran veterans vegan vegans vegetarian
   vegetarians drinker drinkers smoker smokers hunter hunters scientist scientists singer singers neighbour neighbours neighbor neighbors worker workers actor actors tourist tourists
   judge judges councillor councillors mayor mayors minister ministers reader readers commuter commuters volunteer volunteers gamer gamers taxpayer taxpayers green greens tory tories`.split(
    /\s+/,
  )
