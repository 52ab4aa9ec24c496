// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { FairnessView } from '@/components/fairness/fairness-view'
import { ImportPanel } from '@/components/import/import-panel'
import { RunView } from '@/components/import/run-view'
import { JudgementPanel } from '@/components/scores/judgement-panel'
import { HealthView } from '@/components/settings/health-view'
import { ScoreExplorer } from '@/components/scores/score-explorer'
import { AuditList } from '@/components/settings/audit-list'
import { CoralPhases } from '@/components/settings/coral-phases'
import { KeyList } from '@/components/settings/key-list'
import { PeopleList } from '@/components/settings/people-list'
import { ReasonList } from '@/components/settings/reason-list'
import { RescorePanel } from '@/components/settings/rescore-panel'
import { ScorerList } from '@/components/settings/scorer-list'
import { SettingsNav } from '@/components/settings/settings-nav'
import { SiteForm } from '@/components/settings/site-form'
import { SiteList } from '@/components/settings/site-list'
import { WebhookList } from '@/components/settings/webhook-list'
import { WordList } from '@/components/settings/word-list'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import type { ImportRunResource } from '@/lib/contracts/import'
import { SitePolicy } from '@/lib/contracts/policy'
import type { ScoreHistory } from '@/lib/contracts/score-history'
import type { SiteSettings } from '@/lib/contracts/site'
import { renderWorded } from '@/tests/factories/render-worded'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }), usePathname: () => '/settings' }))

const AT = '2026-11-20T10:00:00.000Z'
const NAME = 'منى'
const settings: SiteSettings = { name: NAME, slug: '1', policy: SitePolicy.parse({}), version: '1' }
const bins = (count: number) => Array.from({ length: 100 }, (_, at) => (at === 50 ? count : 0))
const history: ScoreHistory = {
  mark: 'off_topic',
  section: null,
  sections: [NAME],
  inForce: 0.5,
  decided: { marked: bins(3), kept: bins(1), unscored: { marked: 1, kept: 0 }, silent: 1, looked: 5, isCut: true },
  month: { suggested: bins(4), open: bins(2), total: 9, days: 30, isCut: true },
}
const measures = {
  triedOn: 9,
  marks: [
    {
      mark: 'threat' as const,
      positives: 2,
      negatives: 7,
      before: { auc: null, logLoss: 0.5 },
      after: { auc: 0.75, logLoss: 0.25 },
      isKept: false,
    },
  ],
  gain: 0.1,
  gainError: 0.1,
  refusal: 'Too few.',
}
const judgement = { number: 1, baseVersion: '1', state: 'not_kept' as const, decisions: 9, learntAt: AT, measures, canGoLive: true }
const reading = {
  week: '2026-11-16',
  version: '1',
  readAt: AT,
  figures: {
    threshold: 0.5,
    templates: [{ group: 'women', passing: 20, passed: 19, hateful: 9, found: 8 }],
    own: [{ group: 'Muslims', kept: 90, wrong: 30 }],
    all: { kept: 900, wrong: 30 },
  },
}
const run: ImportRunResource = {
  id: '1',
  fileName: '1.csv',
  fileSize: 2000,
  format: 'csv',
  isDryRun: true,
  options: {},
  state: 'done',
  isStopping: false,
  bytesDone: 2000,
  report: {
    format: 'html',
    isDryRun: true,
    articles: [{ id: null, externalId: '1', title: NAME, author: null, bodyParagraphs: 2, comments: 3 }],
    articleCount: 2,
    counts: { created: 3, updated: 1, unchanged: 1, stale: 0, invalid: 1 },
    skipped: { deleted: 1, spam: 1, rejected: 1, unapproved: 1, pingback: 1, trackback: 1 },
    quoteLinks: 1,
    problems: [{ line: 3, message: 'This line has no text.' }],
    problemCount: 1,
    columns: [{ name: '', field: 'body' }],
    preview: [{ author: null, excerpt: NAME, isReply: true }],
  },
  refusal: null,
  startedBy: NAME,
  createdAt: AT,
  finishedAt: AT,
  hasFile: true,
}
const webhook = { id: '1', url: 'https://cms.example', description: '', createdAt: AT, disabledAt: AT, disabledReason: 'It answered 410.' }
const scorer = {
  id: '1',
  name: NAME,
  kind: 'http' as const,
  url: 'https://scorer.example',
  model: '1',
  hasApiKey: true,
  timeoutSeconds: 2.5,
}
const key = { id: '1', name: NAME, prefix: '1', scopes: ['ingest' as const], rateLimit: 60, createdAt: AT, lastUsedAt: null }
const person = { email: '', name: NAME, role: 'editor' as const, createdAt: AT }

const t = { audit: await readWords('ar', 'audit'), fairness: await readWords('ar', 'fairness') }
const SCREENS: Record<string, ReactNode> = {
  nav: <SettingsNav />,
  site: [
    <SiteForm key="1" settings={settings} />,
    <SiteList key="2" sites={[{ id: '1', slug: '1', name: NAME, createdAt: AT }]} currentId="" />,
  ],
  people: (
    <PeopleList
      people={[
        { ...person, id: '1', isDisabled: false },
        { ...person, id: '2', isDisabled: true },
      ]}
      viewerId="1"
    />
  ),
  reasons: (
    <ReasonList
      reasons={[
        { id: '1', label: NAME, message: NAME, isRetired: false },
        { id: '2', label: '2', message: '', isRetired: true },
      ]}
    />
  ),
  words: <WordList words={[{ id: '1', term: NAME, kind: 'threat', isHeld: true, createdAt: AT }]} />,
  keys: (
    <KeyList
      keys={[
        { ...key, revokedAt: null, expiresAt: AT },
        { ...key, id: '2', revokedAt: AT, expiresAt: null },
      ]}
    />
  ),
  webhooks: <WebhookList webhooks={[{ ...webhook, oldSecretUntil: AT, pending: 2, failed: 3, lastDeliveredAt: null, failing: null }]} />,
  scorers: (
    <ScorerList
      scorers={[
        {
          ...scorer,
          isPaused: false,
          breaker: 'open',
          openUntil: AT,
          waiting: 2,
          notScored: 3,
          lastScoredAt: null,
          lastFailure: 'It timed out.',
          lastFailedAt: AT,
          createdAt: AT,
        },
      ]}
    />
  ),
  rescore: (
    <RescorePanel
      run={{
        id: '1',
        state: 'failed',
        isStopping: false,
        total: 3,
        done: 2,
        changed: 1,
        startedBy: NAME,
        refusal: 'Broken.',
        createdAt: AT,
        finishedAt: AT,
      }}
    />
  ),
  coral: <CoralPhases phases={[{ id: '1', name: NAME, url: 'https://parley.example', createdAt: AT, lastUsedAt: null }]} />,
  audit: (
    <AuditList
      t={t.audit}
      entries={[{ id: '1', actorName: NAME, act: 'scorer.pause', subjectName: NAME, stop: null, at: AT }]}
      older="1"
      query={{ before: '1' }}
    />
  ),
  scores: [
    <ScoreExplorer key="1" history={history} settings={settings} />,
    <JudgementPanel
      key="2"
      overview={{ live: 2, baseVersion: '1', versions: [judgement], newDecisions: 1, nextAfter: 100 }}
      settings={settings}
    />,
  ],
  health: (
    <HealthView
      health={{
        lines: [
          { work: 'words', waiting: 2, since: null, failed: 1 },
          { work: 'imports', waiting: 0, since: AT, failed: 0 },
        ],
        recount: { articles: 3, wrong: 1, at: AT },
        database: { version: '18.4', bytes: 9_000_000 },
      }}
    />
  ),
  fairness: <FairnessView t={t.fairness} formats={makeFormats('ar')} readings={[reading]} />,
  import: <ImportPanel runs={[run]} />,
  'a file': (
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })}>
      <RunView initial={run} />
    </QueryClientProvider>
  ),
}

/** Names of formats, protocols and products, and what stands in files and requests as it is. */
const NAMES =
  /API|CMS|CSV|MySQL|MariaDB|phpMyAdmin|PostgreSQL|SQLite|SQL Server|SQL|JSON|NDJSON|HTML|XML|WXR|AUC|Webhooks?|Coral|Commento|Disqus|WordPress|MongoDB|Parley|schema\.org|Pingback|Trackback|Comments|stories|users|https?:\S+|\btype\b|article|comment|\btext\b|ingest|\bkB\b|Europe\/Berlin/g

/** What is read in another script than the page's, but for what is marked as another language, a name or code. */
function findLatin(container: HTMLElement): string[] {
  for (const element of container.querySelectorAll('[lang=en], bdi, code')) element.remove()
  const said = ['aria-label', 'placeholder', 'title', 'aria-valuetext'].flatMap((name) =>
    [...container.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
  )
  return [container.textContent, ...said].flatMap((text) => text.replace(NAMES, '').match(/[A-Za-z]{2,}[A-Za-z ]*/g) ?? [])
}

describe('the screens of the settings in Arabic', () => {
  it.each(Object.entries(SCREENS))('hold no English sentence: %s', (_, drawn) => {
    const { container } = renderWorded(drawn, 'ar')
    expect(container.textContent).toMatch(/\p{Script=Arabic}/u)
    expect(findLatin(container)).toEqual([])
  })
})
