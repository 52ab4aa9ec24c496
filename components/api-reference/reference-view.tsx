import type { oas31 } from 'zod-openapi'
import { PageFrame } from '../ui/page-frame'
import { PageHeader } from '../ui/page-header'
import { ThemeSwitch } from '../ui/theme-switch'
import { FieldList } from './field-list'
import { OperationView } from './operation-view'

/** An operation with where it is. */
interface Entry {
  method: string
  path: string
  operation: oas31.OperationObject
}

/** The OpenAPI document as a page to read: operations by group, then the shapes they speak of. */
export function ReferenceView({ document, address }: { document: oas31.OpenAPIObject; address: string }) {
  const { info, tags = [], components } = document
  const entries = listEntries(document)
  const groups = tags.map(({ name }) => ({ name, entries: entries.filter(({ operation }) => operation.tags?.includes(name)) }))
  const shapes = Object.entries(components?.schemas ?? {}) as [string, oas31.SchemaObject][]
  return (
    // In English whatever the reader's language is, and read in its direction.
    <PageFrame lang="en" dir="ltr" holds="column" className="grid gap-x-8 gap-y-4 md:grid-cols-[12rem_minmax(0,1fr)]">
      <Contents groups={groups} shapes={shapes.map(([name]) => name)} />
      <main className="min-w-0">
        <PageHeader
          title={`${info.title} API`}
          above={
            <div className="flex items-center justify-between">
              <span>
                Version {info.version} ·{' '}
                <a href="/settings/keys" className="text-accent underline underline-offset-2">
                  API keys
                </a>
              </span>
              <ThemeSwitch />
            </div>
          }
          description={<Description text={info.description ?? ''} />}
        />
        <GroupLinks names={[...groups.map(({ name }) => name), 'Shapes']} />
        <p className="mb-6 text-sm text-ink-2">
          Base address <code className="font-mono text-ink [overflow-wrap:anywhere]">{address}</code>. For machines, in OpenAPI{' '}
          {document.openapi}:{' '}
          <a href={`${address}/openapi.json`} className="text-accent underline underline-offset-2">
            openapi.json
          </a>
        </p>
        {groups.map((group) => (
          <section key={group.name} aria-labelledby={group.name} className="mb-8 flex flex-col gap-4">
            <h2 id={group.name} className="text-lg font-[640]">
              {group.name}
            </h2>
            {group.entries.map((entry) => (
              <OperationView key={entry.operation.operationId} {...entry} />
            ))}
          </section>
        ))}
        <section aria-labelledby="shapes" className="flex flex-col gap-4">
          <h2 id="shapes" className="text-lg font-[640]">
            Shapes
          </h2>
          {shapes.map(([name, schema]) => (
            <section key={name} aria-labelledby={name} className="rounded-lg border border-line bg-panel px-4 py-4">
              <h3 id={name} className="mb-1 scroll-mt-4 font-mono text-base font-[620]">
                {name}
              </h3>
              <FieldList schema={schema} />
            </section>
          ))}
        </section>
      </main>
    </PageFrame>
  )
}

/** What is asked of Parley, and what Parley sends, which has a name in place of a path. */
function listEntries({ paths = {}, webhooks = {} }: oas31.OpenAPIObject): Entry[] {
  return Object.entries({ ...paths, ...webhooks }).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, oas31.OperationObject>).map(([method, operation]) => ({ method, path, operation })),
  )
}

function Description({ text }: { text: string }) {
  return text.split('\n\n').map((paragraph) => (
    <p key={paragraph} className="mt-2">
      {paragraph.split('`').map((part, at) =>
        at % 2 === 1 ? (
          <code key={at} className="font-mono text-sm text-ink">
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </p>
  ))
}

/** On a phone, where the contents have no room: the way to each group. */
function GroupLinks({ names }: { names: string[] }) {
  return (
    <nav aria-label="Groups" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 md:hidden">
      {names.map((name) => (
        <a
          key={name}
          href={`#${name === 'Shapes' ? 'shapes' : name}`}
          className="py-1 text-accent underline underline-offset-2 pointer-coarse:py-3"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

/** Where everything is, beside the page. */
function Contents({ groups, shapes }: { groups: { name: string; entries: Entry[] }[]; shapes: string[] }) {
  const parts = [
    ...groups.map(({ name, entries }) => ({
      name,
      links: entries.map(({ operation }) => ({ to: operation.operationId ?? '', word: operation.summary ?? '' })),
    })),
    { name: 'Shapes', links: shapes.map((name) => ({ to: name, word: name })) },
  ]
  return (
    <nav
      aria-label="Contents"
      className="scroll-quiet self-start max-md:hidden md:sticky md:top-7 md:max-h-[calc(100dvh-3.5rem)] md:overflow-y-auto"
    >
      {parts.map(({ name, links }) => (
        <div key={name} className="mb-4">
          <p className="px-2 text-sm font-[620] text-ink-3">{name}</p>
          <ul>
            {links.map(({ to, word }) => (
              <li key={to}>
                <a
                  href={`#${to}`}
                  className="block rounded-md px-2 py-1 text-sm text-ink-2 no-underline -outline-offset-2! hover:bg-sunk hover:text-ink"
                >
                  {word}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
