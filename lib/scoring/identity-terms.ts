/**
 * Words by which people say who they are, by the group they name. Masked to one token before the models read a text, so that
 * a mention of a group weighs the same whichever group it is, and nothing by itself. Slurs are no part of it: they are
 * kept, because they are what the models are to find. Lower case, folded; a term with a space is a phrase. Add to it freely: a
 * model need not be trained anew, since every term is read as the same token.
 */
export const IDENTITY_TERMS: readonly { group: string; terms: readonly string[] }[] = [
  { group: 'women', terms: words('woman women female females girl girls lady ladies mother mothers wife wives mom moms mum mums sister sisters daughter daughters grandmother grandmothers housewife housewives widow widows feminist feminists') },
  { group: 'men', terms: words('man men male males boy boys gentleman gentlemen father fathers husband husbands dad dads brother brothers son sons grandfather grandfathers') },
  { group: 'gay, lesbian and bisexual people', terms: words('gay gays lesbian lesbians bisexual bisexuals homosexual homosexuals homosexuality queer queers lgbt lgbtq lgbtqia pansexual asexual', 'same sex', 'same-sex', 'gay rights') },
  { group: 'straight people', terms: words('heterosexual heterosexuals cisgender', 'straight people', 'straight men', 'straight women') },
  { group: 'trans and non-binary people', terms: words('transgender transgendered transsexual transsexuals trans nonbinary non-binary genderqueer genderfluid intersex transwoman transwomen transman transmen', 'trans woman', 'trans women', 'trans man', 'trans men', 'trans people') },
  { group: 'Black people', terms: words('black blacks african africans afro-american afro-caribbean', 'african american', 'african americans', 'african-american', 'african-americans', 'black people', 'people of color', 'people of colour') },
  { group: 'white people', terms: words('white whites caucasian caucasians', 'white people', 'white men', 'white women') },
  { group: 'Asian people', terms: words('asian asians chinese japanese korean koreans vietnamese filipino filipinos filipina thai indonesian indonesians malaysian malaysians indian indians pakistani pakistanis bangladeshi bangladeshis nepali nepalese taiwanese cambodian mongolian tamil tamils bengali punjabi', 'asian american', 'asian americans') },
  { group: 'Latin American people', terms: words('latino latinos latina latinas latinx hispanic hispanics mexican mexicans puerto-rican cuban cubans colombian colombians venezuelan venezuelans brazilian brazilians guatemalan guatemalans salvadoran honduran chicano', 'puerto rican', 'puerto ricans') },
  { group: 'Arab and Middle Eastern people', terms: words('arab arabs arabic iranian iranians iraqi iraqis syrian syrians turkish turk turks kurd kurds kurdish afghan afghans palestinian palestinians lebanese egyptian egyptians moroccan moroccans algerian algerians tunisian somali somalis saudi saudis yemeni persian persians israeli israelis', 'middle eastern') },
  { group: 'European people', terms: words('european europeans english irish scottish welsh british german germans french italian italians spanish spaniard polish pole poles russian russians ukrainian ukrainians romanian romanians greek greeks portuguese dutch swedish swede swedes norwegian danish finnish hungarian czech slovak serbian serb serbs croatian albanian albanians bulgarian bulgarians lithuanian latvian estonian bosnian') },
  { group: 'African people', terms: words('nigerian nigerians kenyan kenyans ghanaian ethiopian ethiopians eritrean eritreans congolese sudanese ugandan rwandan zimbabwean senegalese cameroonian gambian') },
  { group: 'North American and Pacific people', terms: words('american americans canadian canadians australian australians aussie aussies kiwi kiwis') },
  { group: 'Indigenous people', terms: words('indigenous aboriginal aboriginals aborigine aborigines native natives inuit metis maori maoris cherokee navajo', 'first nations', 'native american', 'native americans') },
  { group: 'Roma and Sinti', terms: words('roma romani sinti traveller travellers') },
  { group: 'Jewish people', terms: words('jewish jew jews judaism hebrew rabbi rabbis', 'orthodox jews') },
  { group: 'Muslims', terms: words('muslim muslims moslem moslems islam islamic imam imams sunni sunnis shia shiite shiites') },
  { group: 'Christians', terms: words('christian christians christianity catholic catholics protestant protestants evangelical evangelicals mormon mormons baptist baptists methodist lutheran anglican orthodox priest priests nun nuns pastor pastors jesuit jesuits quaker quakers amish') },
  { group: 'people of other beliefs and of none', terms: words('sikh sikhs hindu hindus hinduism buddhist buddhists buddhism atheist atheists atheism agnostic agnostics pagan pagans taoist jain jains zoroastrian bahai') },
  { group: 'older people', terms: words('elderly older senior seniors pensioner pensioners retiree retirees boomer boomers grandparent grandparents', 'old people', 'the old', 'baby boomers') },
  { group: 'younger people', terms: words('young younger teenager teenagers teenage teen teens youth youths millennial millennials child children kid kids', 'young people', 'gen z') },
  { group: 'people with disabilities', terms: words('disabled disability disabilities handicapped deaf blind wheelchair paralyzed paralysed paraplegic autistic autism dyslexic epileptic amputee amputees', 'down syndrome', "down's syndrome", 'people with disabilities', 'people with a disability', 'person with a disability', 'people with autism', 'wheelchair user', 'wheelchair users') },
  { group: 'people with illnesses of the mind', terms: words('bipolar schizophrenic schizophrenia depressed', 'mental illness', 'mentally ill', 'mental health', 'bipolar disorder', 'people with depression', 'person with depression', 'people with anxiety', 'people with schizophrenia', 'people with bipolar disorder', 'people with mental illness', 'people with mental illnesses', 'person with mental illness', 'person with a mental illness') },
  { group: 'migrants and refugees', terms: words('immigrant immigrants migrant migrants refugee refugees foreigner foreigners newcomer newcomers expat expats', 'asylum seeker', 'asylum seekers') },
] // prettier-ignore

function words(singles: string, ...phrases: readonly string[]): readonly string[] {
  return [...singles.split(' '), ...phrases]
}
