'use client'

import { useState } from 'react'
import type { SiteResource } from '@/lib/contracts/site'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { readField } from '../sign-in/read-field'
import { useWords } from '../words/words-context'
import { Section } from './section'
import { useSend } from './use-send'
import { FormDialog } from './form-dialog'
import { NameField } from './name-field'

/** The publications of this desk, and which of them this browser shows. */
export function SiteList({ sites, currentId }: { sites: SiteResource[]; currentId: string }) {
  const t = useWords('site')
  const [isAdding, setAdding] = useState(false)
  const { send, isBusy, refusal } = useSend()

  async function switchTo(siteId: string): Promise<void> {
    // Everything on the desk belongs to a site, so the whole page starts afresh.
    if (await send('POST', 'session/site', { siteId })) window.location.reload()
  }

  return (
    <Section
      title={t('sites')}
      hint={t('sitesHint')}
      aside={
        <Button size="sm" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <ul className="-my-2 divide-y divide-line">
        {sites.map((site) => (
          <li key={site.id} className="flex min-h-11 items-center gap-3 py-1.5">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <bdi className="block font-[540]">{site.name}</bdi>
              <bdi className="block text-sm text-ink-3">{site.slug}</bdi>
            </span>
            {site.id === currentId ? (
              <Badge tone="accent">{t('here')}</Badge>
            ) : (
              <Button size="sm" disabled={isBusy} onClick={() => void switchTo(site.id)} aria-label={t('switchTo', { name: site.name })}>
                {t('switch')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <AddSite onClose={() => setAdding(false)} />}
    </Section>
  )
}

function AddSite({ onClose }: { onClose: () => void }) {
  const t = useWords('site')
  const common = useWords('settings')
  const form = useSend()
  const { send, refusal } = form

  async function add(fields: FormData): Promise<void> {
    if (await send('POST', 'settings/sites', { name: readField(fields, 'name') })) onClose()
  }

  return (
    <FormDialog
      title={t('add')}
      description={t('addHint')}
      send={t('addSend')}
      sending={common('adding')}
      form={form}
      onSend={add}
      onClose={onClose}
    >
      <NameField refusal={refusal} />
    </FormDialog>
  )
}
