'use client'

import { useState } from 'react'
import { toast } from '../ui/toast'
import type { UserResource } from '@/lib/contracts/settings'
import { ROLES, type Role } from '@/lib/domain/actor'
import { readField } from '../sign-in/read-field'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { PasswordField } from './password-field'
import { useSend } from './use-send'
import { FormDialog } from './form-dialog'
import { NameField } from './name-field'

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('people')
  const common = useWords('settings')
  const glossary = useWords('glossary')
  const [role, setRole] = useState<Role>('moderator')
  const { send, isBusy, refusal: refused } = useSend()
  const refusal = refused?.status === 409 ? { ...refused, fields: { email: t('emailTaken') } } : refused

  async function add(fields: FormData): Promise<void> {
    const input = Object.fromEntries(['name', 'email', 'role', 'password'].map((name) => [name, readField(fields, name)]))
    if (await send('POST', 'settings/users', input)) {
      toast.success(t('added', { name: input['name'] ?? '' }))
      onClose()
    }
  }

  return (
    <FormDialog
      title={t('add')}
      description={t('addHint')}
      send={t('addSend')}
      sending={common('adding')}
      form={{ isBusy, refusal }}
      onSend={add}
      onClose={onClose}
    >
      <NameField refusal={refusal} />
      <Field label={t('email')} error={refusal?.fields['email']}>
        {(control) => (
          <Input {...control} name="email" type="email" dir="ltr" maxLength={300} required autoComplete="off" spellCheck={false} />
        )}
      </Field>
      <Field label={t('role')} hint={t(`hint.${role}`)}>
        {(control) => (
          <Select {...control} name="role" value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
            {ROLES.map((choice) => (
              <option key={choice} value={choice}>
                {glossary(`role.${choice}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <PasswordField error={refusal?.fields['password']} />
    </FormDialog>
  )
}

export function SetPasswordDialog({ person, onClose }: { person: UserResource; onClose: () => void }) {
  const t = useWords('people')
  const common = useWords('settings')
  const form = useSend()
  const { send, refusal } = form

  async function save(fields: FormData): Promise<void> {
    const password = readField(fields, 'password')
    if (await send('PATCH', `settings/users/${person.id}`, { password })) {
      toast.success(t('passwordSet', { name: person.name }))
      onClose()
    }
  }

  return (
    <FormDialog
      title={t.parts('newPasswordFor', { name: <bdi key="name">{person.name}</bdi> })}
      description={t('newPasswordHint')}
      send={t('passwordSend')}
      sending={common('saving')}
      form={form}
      onSend={save}
      onClose={onClose}
    >
      <PasswordField error={refusal?.fields['password']} />
    </FormDialog>
  )
}
