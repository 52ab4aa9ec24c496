'use client'

import type { SyntheticEvent } from 'react'
import { toast } from '../ui/toast'
import type { UserResource } from '@/lib/contracts/settings'
import { ROLES, type Role } from '@/lib/domain/actor'
import { ROLE_WORDS } from '../moderation/words'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { PasswordField } from './password-field'
import { useSend } from './use-send'

export const ROLE_HINTS: Record<Role, string> = {
  moderator: 'decides on comments',
  editor: 'reads everything, decides nothing',
  admin: 'does both and changes settings',
}

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { send, isBusy, refusal } = useSend()

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const input = Object.fromEntries(['name', 'email', 'role', 'password'].map((name) => [name, readField(fields, name)]))
    if (await send('POST', 'settings/users', input)) {
      toast.success(`${input['name']} can sign in now`)
      onClose()
    }
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Add a person"
      description="They sign in with this email, here or at your identity provider."
    >
      <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
        <Field label="Name" error={refusal?.fields['name']}>
          {(control) => <Input {...control} name="name" maxLength={100} required autoFocus autoComplete="off" dir="auto" />}
        </Field>
        <Field label="Email" error={refusal?.fields['email']}>
          {(control) => <Input {...control} name="email" type="email" maxLength={300} required autoComplete="off" spellCheck={false} />}
        </Field>
        <Field label="Role">
          {(control) => (
            <Select {...control} name="role" defaultValue="moderator">
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {ROLE_WORDS[role]}: {ROLE_HINTS[role]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <PasswordField error={refusal?.fields['password']} />
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? 'Adding…' : 'Add the person'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

export function SetPasswordDialog({ person, onClose }: { person: UserResource; onClose: () => void }) {
  const { send, isBusy, refusal } = useSend()

  async function save(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const password = readField(new FormData(event.currentTarget), 'password')
    if (await send('PATCH', `settings/users/${person.id}`, { password })) {
      toast.success(`${person.name} has a new password and is signed out everywhere`)
      onClose()
    }
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`New password for ${person.name}`}
      description="They are signed out of every browser at once."
    >
      <form className="flex flex-col gap-3" onSubmit={(event) => void save(event)}>
        <PasswordField error={refusal?.fields['password']} />
        {refusal && refusal.fields['password'] === undefined && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? 'Saving…' : 'Set the password'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
