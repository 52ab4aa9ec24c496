'use client'

import type { SyntheticEvent } from 'react'
import { toast } from '../ui/toast'
import type { UserResource } from '@/lib/contracts/settings'
import { ROLES } from '@/lib/domain/actor'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { PasswordField } from './password-field'
import { useSend } from './use-send'

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('people')
  const common = useWords('settings')
  const shell = useWords('shell')
  const glossary = useWords('glossary')
  const { send, isBusy, refusal } = useSend()

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const input = Object.fromEntries(['name', 'email', 'role', 'password'].map((name) => [name, readField(fields, name)]))
    if (await send('POST', 'settings/users', input)) {
      toast.success(t('added', { name: input['name'] ?? '' }))
      onClose()
    }
  }

  return (
    <Dialog isOpen onOpenChange={onClose} title={t('add')} description={t('addHint')}>
      <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
        <Field label={common('name')} error={refusal?.fields['name']}>
          {(control) => <Input {...control} name="name" maxLength={100} required autoFocus autoComplete="off" dir="auto" />}
        </Field>
        <Field label={t('email')} error={refusal?.fields['email']}>
          {(control) => <Input {...control} name="email" type="email" maxLength={300} required autoComplete="off" spellCheck={false} />}
        </Field>
        <Field label={t('role')}>
          {(control) => (
            <Select {...control} name="role" defaultValue="moderator">
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {t('roleChoice', { role: glossary(`role.${role}`), hint: t(`hint.${role}`) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <PasswordField error={refusal?.fields['password']} />
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? common('adding') : t('addSend')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

export function SetPasswordDialog({ person, onClose }: { person: UserResource; onClose: () => void }) {
  const t = useWords('people')
  const common = useWords('settings')
  const shell = useWords('shell')
  const { send, isBusy, refusal } = useSend()

  async function save(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const password = readField(new FormData(event.currentTarget), 'password')
    if (await send('PATCH', `settings/users/${person.id}`, { password })) {
      toast.success(t('passwordSet', { name: person.name }))
      onClose()
    }
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t.parts('newPasswordFor', { name: <bdi key="name">{person.name}</bdi> })}
      description={t('newPasswordHint')}
    >
      <form className="flex flex-col gap-3" onSubmit={(event) => void save(event)}>
        <PasswordField error={refusal?.fields['password']} />
        {refusal && refusal.fields['password'] === undefined && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? common('saving') : t('passwordSend')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
