import { Fragment } from 'react'
import type { oas31 } from 'zod-openapi'
import { describeKind, listChoices, nameShape, type Schema } from './schema-words'

/** What kind of value goes here; shapes with a name are links to it. */
export function TypeOf({ schema }: { schema: Schema }) {
  const name = nameShape(schema)
  if (name !== undefined) {
    return (
      <a href={`#${name}`} className="text-accent underline underline-offset-2">
        {name}
      </a>
    )
  }
  const choices = listChoices(schema)
  if (choices.length > 0) {
    return choices.map((choice, index) => (
      <Fragment key={index}>
        {index > 0 && ' or '}
        <TypeOf schema={choice} />
      </Fragment>
    ))
  }
  const plain = schema as oas31.SchemaObject
  if (plain.items) {
    return (
      <>
        list of <TypeOf schema={plain.items} />
      </>
    )
  }
  return describeKind(plain)
}
