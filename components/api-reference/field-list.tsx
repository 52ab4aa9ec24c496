import type { oas31 } from 'zod-openapi'
import { Badge } from '../ui/badge'
import { describeLimits, findObject, type Schema } from './schema-words'
import { TypeOf } from './type-of'

/** The fields of an object, those of objects inside it below them. */
export function FieldList({ schema }: { schema: oas31.SchemaObject }) {
  const required = new Set(schema.required)
  return (
    <dl className="@container divide-y divide-line">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <FieldRow key={name} name={name} schema={field} isRequired={required.has(name)} />
      ))}
    </dl>
  )
}

interface FieldRowProps {
  name: string
  schema: Schema
  isRequired: boolean
}

export function FieldRow({ name, schema, isRequired }: FieldRowProps) {
  const limits = describeLimits(schema)
  const inside = findObject(schema)
  return (
    <div className="grid gap-x-4 py-2 @lg:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="flex flex-wrap items-center gap-x-2 gap-y-1 self-start">
        <code className="font-mono text-sm font-[560] [overflow-wrap:anywhere]">{name}</code>
        {isRequired && <Badge>required</Badge>}
      </dt>
      <dd className="min-w-0">
        <span className="text-sm text-ink-2 [overflow-wrap:anywhere]">
          <TypeOf schema={schema} />
          {limits !== '' && `, ${limits}`}
        </span>
        {'description' in schema && schema.description !== undefined && <p className="max-w-prose text-sm">{schema.description}</p>}
        {inside && (
          <div className="mt-1 border-l border-line-strong pl-3">
            <FieldList schema={inside} />
          </div>
        )}
      </dd>
    </div>
  )
}
