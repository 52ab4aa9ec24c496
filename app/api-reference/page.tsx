import type { Metadata } from 'next'
import { ReferenceView } from '@/components/api-reference/reference-view'
import { publicUrl } from '@/lib/env'
import { readApiDocument } from '@/lib/http/api/openapi'

export const metadata: Metadata = { title: 'API reference' }

/** For whoever connects a CMS, with or without an account at this desk: it tells nothing of any site. */
export default function ApiReferencePage() {
  return <ReferenceView document={readApiDocument()} address={`${publicUrl()}/api/v1`} />
}
