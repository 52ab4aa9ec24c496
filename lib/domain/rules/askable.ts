/** What a rule can ask, each with an example; what they mean is in the interface's words. The order is that of the help. */
export const ASKABLE = [
  { name: 'words', example: '"buy now"' },
  { name: 'links', example: 'links>1' },
  { name: 'length', example: 'length>2000' },
  { name: 'capitals', example: 'capitals>0.7' },
  { name: 'section', example: 'section:Politics' },
  { name: 'article', example: 'article:tram' },
  { name: 'civility', example: 'score.civility>0.9' },
  { name: 'topic', example: 'score.topic>0.9' },
  { name: 'approved', example: 'author.approved>=20' },
  { name: 'rejected', example: 'author.rejected>=2' },
  { name: 'reply', example: 'is:reply' },
  { name: 'edited', example: 'is:edited' },
  { name: 'lang', example: 'lang:en' },
] as const
