'use client'

import { useState, type KeyboardEvent } from 'react'
import { useRouter } from 'next/navigation'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '@/lib/domain/languages'
import { DEFAULT_KEYS, HIDEABLE_COLUMNS, KEY_ACTS, resolveKeys, THEMES, type KeyAct, type Preferences } from '@/lib/domain/preferences'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogButtons } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Select } from '../../ui/select'
import { showTheme } from '../../ui/theme-switch'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'
import { useWords } from '../../words/words-context'
import { showKey } from '../command/key-words'

interface PreferencesDialogProps {
  preferences: Preferences
  onSaved: (preferences: Preferences) => void
  onClose: () => void
}

/** How the desk looks and behaves for the one who sits at it. Kept with the person, not with the browser. */
export function PreferencesDialog({ preferences, onSaved, onClose }: PreferencesDialogProps) {
  const t = useWords('desk')
  const shell = useWords('shell')
  const router = useRouter()
  const [draft, setDraft] = useState(preferences)
  const [refusal, setRefusal] = useState<string | null>(null)
  const change = (part: Partial<Preferences>) => setDraft({ ...draft, ...part })
  async function save(): Promise<void> {
    try {
      onSaved(await sendDesk<Preferences>('PUT', 'preferences', draft))
      onClose()
      if (draft.theme !== preferences.theme) showTheme(draft.theme)
      // The words come from the server, with the page.
      if (draft.language !== preferences.language) router.refresh()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <Dialog isWide onClose={onClose} title={t('preferences.title')} description={t('preferences.yours')}>
      <div className="flex flex-col gap-1">
        <LookFields draft={draft} onChange={change} />
        <ColumnList hidden={draft.hiddenColumns} onChange={(hiddenColumns) => change({ hiddenColumns })} />
        <KeyList keys={draft.keys} onChange={(keys) => change({ keys })} />
        {refusal !== null && (
          <Callout tone="error" title={t('preferences.unsaved')}>
            {refusal}
          </Callout>
        )}
      </div>
      <DialogButtons>
        <Button onClick={onClose}>{shell('cancel')}</Button>
        <Button look="solid" onClick={() => void save()}>
          {shell('save')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

interface LookFieldsProps {
  draft: Preferences
  onChange: (part: Partial<Preferences>) => void
}

/** In which language, in which colours, how close together, and what happens by itself. */
function LookFields({ draft, onChange }: LookFieldsProps) {
  const t = useWords('desk')
  return (
    <>
      <Field label={t('preferences.language')}>
        {(control) => (
          <Select
            {...control}
            value={draft.language ?? ''}
            onChange={(event) => onChange({ language: isLanguage(event.target.value) ? event.target.value : null })}
          >
            <option value="">{t('preferences.browser')}</option>
            {LANGUAGES.map((language) => (
              <option key={language} value={language} lang={language}>
                {LANGUAGE_NAMES[language]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('preferences.theme')} className="mt-2">
        {(control) => (
          <Select
            {...control}
            value={draft.theme ?? ''}
            onChange={({ target: { value } }) => onChange({ theme: THEMES.find((theme) => theme === value) ?? null })}
          >
            <option value="">{t('preferences.system')}</option>
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {t(`account.${theme}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('preferences.density')} className="mt-2">
        {(control) => (
          <Select
            {...control}
            value={draft.density}
            onChange={(event) => onChange({ density: event.target.value === 'roomy' ? 'roomy' : 'dense' })}
          >
            <option value="dense">{t('preferences.dense')}</option>
            <option value="roomy">{t('preferences.roomy')}</option>
          </Select>
        )}
      </Field>
      <Checkbox className="mt-2" checked={draft.isAdvancing} onChange={(event) => onChange({ isAdvancing: event.target.checked })}>
        {t('preferences.advance')}
      </Checkbox>
      <Checkbox checked={draft.isHarshBlurred} onChange={(event) => onChange({ isHarshBlurred: event.target.checked })}>
        {t('preferences.cover')}
      </Checkbox>
    </>
  )
}

function ColumnList(props: { hidden: Preferences['hiddenColumns']; onChange: (hidden: Preferences['hiddenColumns']) => void }) {
  const { hidden, onChange } = props
  const t = useWords('desk')
  return (
    <fieldset className="mt-3">
      <legend className="mb-1 text-sm font-[560]">{t('preferences.columns')}</legend>
      <p className="mb-1 text-sm text-pretty text-ink-3">{t('preferences.columnsHint')}</p>
      {HIDEABLE_COLUMNS.map((column) => (
        <Checkbox
          key={column}
          checked={!hidden.includes(column)}
          onChange={(event) => onChange(HIDEABLE_COLUMNS.filter((one) => (one === column ? !event.target.checked : hidden.includes(one))))}
        >
          {t(`preferences.column.${column}`)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function KeyList({ keys, onChange }: { keys: Preferences['keys']; onChange: (keys: Preferences['keys']) => void }) {
  const t = useWords('desk')
  const resolved = resolveKeys({ keys })
  const counts = new Map<string, number>()
  for (const key of Object.values(resolved)) counts.set(key, (counts.get(key) ?? 0) + 1)
  function take(act: KeyAct, event: KeyboardEvent): void {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const key = event.shiftKey && /^[a-z]$/i.test(event.key) ? `Shift+${event.key.toUpperCase()}` : event.key.toLowerCase()
    const { [act]: _old, ...others } = keys
    // The usual key of an act goes without saying, unless another has it: then both are shown to want it.
    const isUsual = key === DEFAULT_KEYS[act] && !Object.values(others).includes(key)
    onChange(isUsual ? others : { ...others, [act]: key })
  }
  return (
    <fieldset className="mt-3">
      <legend className="mb-1 text-sm font-[560]">{t('preferences.keys')}</legend>
      <p className="mb-2 text-sm text-pretty text-ink-3">{t('preferences.keysHint')}</p>
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {KEY_ACTS.map((act) => (
          <label key={act} className="flex min-h-8 items-center justify-between gap-2 text-sm text-ink-2">
            {t(`key.${act}`)}
            <input
              readOnly
              dir="ltr"
              value={showKey(resolved[act])}
              aria-invalid={(counts.get(resolved[act]) ?? 0) > 1 || undefined}
              onKeyDown={(event) => take(act, event)}
              className="h-7 w-14 shrink-0 rounded-md border border-line-field bg-panel text-center font-mono text-sm text-ink aria-invalid:border-rose aria-invalid:text-rose"
            />
          </label>
        ))}
      </div>
      {Object.keys(keys).length > 0 && (
        <Button look="link" className="mt-2" onClick={() => onChange({})}>
          {t('preferences.usualKeys')}
        </Button>
      )}
    </fieldset>
  )
}
