/**
 * What somebody may call stupid, and nobody is insulted: things, weather, machines, places to go, rules and plans; one word each, singular.
 * No person, no people together (a council, a paper), nothing that somebody here has said (an article, a comment, an argument). Add to
 * it freely: a model need not be trained anew.
 */
const THINGS = new Set(
  `accident ad adapter advert air airport alarm algorithm app appliance apartment arrangement attic autocorrect avenue bag bakery
   ball ban bank banner barrier basement bathroom battery beach bed beer bell belt bench bike bill bin blanket blender blind blizzard boat
   boiler bollard book boot border bottle bowl box brake branch bridge bug building bulb bump bureaucracy bus butter button cabin cabinet cable
   cafe cage cake calculator calendar camera camp candle captcha car card carpark carpet cart case castle cat ceiling cell chain chair
   charge charger chart cheese church cinema city climate clock clothes cloud coat code coffee coin commute computer concept concert cone
   condition connection contraption contract cookie cooker corner corridor cost couch countdown course court crane crash crisis crossing
   cup cupboard curb currency curtain customs date day deadline deal decision default delay design desk detail detour device dinner
   dish dishwasher display distance ditch dog door doorbell draft drain drawer dress drill drink drive driveway drone dust duvet
   education election elevator engine entrance envelope episode equipment error escalator estate event exam exercise exhaust
   exit experiment factory fare fashion fault feature fee fence ferry festival fiasco field figure file film filter fine
   fire fireplace fireworks fix flag flat flight flood floor flower fly fog font food football footpath forecast forest form format formula
   fountain freezer fridge fruit fuel funnel furniture fuse gadget game garage garden gas gate glass glue goal grass gravel grill grocery gutter
   habit hail hairdryer hall hammer handle hat headphone heat heater heatwave heating hedge hill hole holiday homework hose hotel hour
   house humidity hype ice idea image immersion ink insurance interface intersection internet invention invoice iron issue jacket jam
   jar job journey junction kettle key keyboard kiosk kitchen knee knife knot label lake lamp lane laptop laundry law lawn lawnmower layout
   leak leaf leg level licence license lid lift light limit line link list litter lock log logo lorry loop loophole luck
   machine mail mall map march market mask match maze meal measure medicine membership menu meter metric microphone microwave mirror
   mistake mood month monument morning mosquito motor motorway mountain mouse movie mower mud music nail name neck network night noise nose note novel nuisance number obstacle office oil oven package packaging page pain paint painting pan pandemic paper paperwork
   parade parcel park parking part password past path patio pavement pay payment pen penalty pencil permit phone photo
   piano picture pie pill pillar pipe pitch pizza place plan plane planning plant plaster plastic plate platform play plot plug plumbing pop
   policy poll pollution pond pool popup pop-up port post-box poster pothole pot powder power practice price printer procedure process product program programme project promise prompt prop protocol puddle pump puncture puzzle queue quiz quota rack radiator radio railing railway rain ramp receipt recipe record referendum regulation remote renovation rent repair requirement
   restaurant result riddle ring ritual river road roadblock roadwork rock roof room roundabout route router row rug rule ruling rush sale
   salt sand sandwich scaffolding scale schedule scheme school score scooter screen screw sea season seat sensor sequel series server service
   settings shed shelf ship shirt shoe shop shortcut shower show sidewalk sign signal signpost sink site situation skirt sky slide slogan slope
   smell smoke snow soap sock sofa software song sound soup spam speaker speed spider spoon spot spring squirrel staircase stadium stair
   stamp standard station statue stereotype sticker stop storm stove strategy street string stuff subscription subsidy subway suitcase
   summer survey swimming switch symbol system table tank tap tape tariff task tax taxi tea telephone television template temperature tent
   terminal test thermostat ticket tile time timetable timing tire title toaster toilet toll tomato tooth torch towel tower town toy track
   traffic trail train tram translation trap tree trend trial trick trip trouble truck tube tunnel turbine turn tv tyre typo umbrella
   update upgrade vacuum valve van vase vegetable vehicle vending version video view virus voicemail vote wage waiting wall wallet wallpaper war
   wardrobe warning wash washer washing watch water wave way weather web website wedding weed week weekend wheel wifi wi-fi wind window
   windscreen windshield wine winter wire word work world yard year zip zone`.split(/\s+/),
)

/** Whether a word, as the models read it, is one of those, or several. */
export function isThing(form: string): boolean {
  if (THINGS.has(form)) return true
  if (!form.endsWith('s')) return false
  if (THINGS.has(form.slice(0, -1))) return true
  return form.endsWith('es') && THINGS.has(form.endsWith('ies') ? `${form.slice(0, -3)}y` : form.slice(0, -2))
}
