import type { ReactNode } from 'react'
import type { oas31 } from 'zod-openapi'
import { Badge } from '../ui/badge'
import { FieldRow } from './field-list'
import { describeLimits } from './schema-words'
import { TypeOf } from './type-of'

interface OperationViewProps {
  method: string
  path: string
  operation: oas31.OperationObject
}

/** One operation: what it is for, what goes in, what comes out. */
export function OperationView({ method, path, operation }: OperationViewProps) {
  const { operationId, summary, description, security, parameters = [], requestBody, responses = {} } = operation
  const scope = Object.values(security?.[0] ?? {})[0]?.[0]
  const body = requestBody as oas31.RequestBodyObject | undefined
  return (
    <article aria-labelledby={operationId} className="rounded-lg border border-line bg-panel px-4 py-4">
      <h3 id={operationId} className="scroll-mt-4 text-md font-[620]">
        {summary}
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <Badge tone={method === 'delete' ? 'rose' : 'accent'}>{method.toUpperCase()}</Badge>
        <code className="font-mono text-sm [overflow-wrap:anywhere]">{path.startsWith('/') ? path : 'to your address'}</code>
        {scope !== undefined && <Badge>scope {scope}</Badge>}
      </p>
      <p className="mt-2 max-w-prose [overflow-wrap:anywhere] text-ink-2">{description}</p>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <dl className="@container divide-y divide-line">
            {(parameters as oas31.ParameterObject[]).map(({ name, schema = {}, required = false }) => (
              <FieldRow key={name} name={name} schema={schema} isRequired={required} />
            ))}
          </dl>
        </Part>
      )}
      {body && (
        <Part title="Body">
          <MediaType content={body.content} />
        </Part>
      )}
      <Part title="Answers">
        <ul className="divide-y divide-line">
          {Object.entries(responses as Record<string, oas31.ResponseObject>).map(([status, response]) => (
            <AnswerRow key={status} status={status} response={response} />
          ))}
        </ul>
        {path.startsWith('/') && (
          <p className="text-sm text-ink-2">
            Every refusal is a <TypeOf schema={{ $ref: '#/components/schemas/Problem' }} />.
          </p>
        )}
      </Part>
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4">
      <h4 className="mb-1 text-sm font-[620] text-ink-3">{title}</h4>
      {children}
    </section>
  )
}

function AnswerRow({ status, response }: { status: string; response: oas31.ResponseObject }) {
  const tone = status.startsWith('2') ? 'green' : status.startsWith('5') ? 'rose' : 'amber'
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 py-2">
      <span>
        <Badge tone={tone}>{status}</Badge>
      </span>
      <div className="min-w-0 text-sm">
        <p className="max-w-prose [overflow-wrap:anywhere]">{response.description}</p>
        {status.startsWith('2') && response.content && <MediaType content={response.content} />}
      </div>
    </li>
  )
}

/** The shape, and an example when there is one. */
function MediaType({ content }: { content: oas31.ContentObject }) {
  return Object.entries(content).map(([type, { schema, example }]) => (
    <div key={type} className="text-sm [overflow-wrap:anywhere] text-ink-2">
      {schema && <TypeOf schema={schema} />}
      {schema && describeLimits(schema) !== '' && `, ${describeLimits(schema)}`} <span className="text-ink-3">{type}</span>
      {example !== undefined && (
        <pre className="mt-1.5 rounded-md bg-sunk px-3 py-2 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap text-ink">
          {JSON.stringify(example, null, 2)}
        </pre>
      )}
    </div>
  ))
}
