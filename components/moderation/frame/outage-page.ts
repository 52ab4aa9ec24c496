import { DIRECTIONS, type Language } from '@/lib/domain/languages'
import { readWords } from '../../words/page-words'

/** The page while the database is away: without scripts, styles of its own or anything else to fetch. */
export async function writeOutagePage(language: Language, afterSeconds: number): Promise<string> {
  const t = await readWords(language, 'shell')
  return `<!doctype html>
<html lang="${language}" dir="${DIRECTIONS[language]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${afterSeconds}">
<title>${t('outage.title')} · Parley</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#faf9f6, #131211); color: light-dark(#1b1916, #f0ede7) }
main { max-width: 34rem; margin: 25vh auto 0; padding: 1.5rem }
h1 { font-size: 1.25rem; margin: 0 0 0.5rem }
</style>
<main>
<h1>${t('outage.title')}</h1>
<p>${t('outage.why')}</p>
</main>
</html>
`
}
