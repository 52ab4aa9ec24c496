'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { toast } from '../ui/toast'
import type { UserPatch, UserResource } from '@/lib/contracts/settings'
import { ROLES, type Role } from '@/lib/domain/actor'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { joinClasses } from '../ui/class-names'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { AddPersonDialog, SetPasswordDialog } from './person-dialogs'
import { useSend } from './use-send'

/** Everybody who signs in here. Nobody changes their own role or disables themselves; the server holds that too. */
export function PeopleList({ people, viewerId }: { people: UserResource[]; viewerId: string }) {
  const t = useWords('people')
  const glossary = useWords('glossary')
  const [isAdding, setAdding] = useState(false)
  const [passwordOf, setPasswordOf] = useState<UserResource | null>(null)
  const { send, isBusy, refusal } = useSend()

  async function change(person: UserResource, patch: UserPatch, done: string): Promise<void> {
    if (await send('PATCH', `settings/users/${person.id}`, patch)) toast.success(done)
  }

  return (
    <>
      <div className="mb-3 flex justify-end">
        <Button look="solid" onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      </div>
      {refusal && (
        <Callout tone="error" className="mb-3">
          {refusal.message}
        </Callout>
      )}
      <ul aria-label={t('list')} className="divide-y divide-line rounded-lg border border-line bg-panel">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isSelf={person.id === viewerId}
            isBusy={isBusy}
            onChange={(patch, done) => void change(person, patch, done)}
            onSetPassword={() => setPasswordOf(person)}
          />
        ))}
      </ul>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm text-ink-3">
        {ROLES.map((role) => (
          <div key={role} className="contents">
            <dt className="font-[560] text-ink-2">{glossary(`role.${role}`)}</dt>
            <dd>{t(`hint.${role}`)}</dd>
          </div>
        ))}
      </dl>
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {passwordOf && <SetPasswordDialog person={passwordOf} onClose={() => setPasswordOf(null)} />}
    </>
  )
}

interface PersonRowProps {
  person: UserResource
  isSelf: boolean
  isBusy: boolean
  onChange: (patch: UserPatch, done: string) => void
  onSetPassword: () => void
}

function PersonRow({ person, isSelf, isBusy, onChange, onSetPassword }: PersonRowProps) {
  const t = useWords('people')
  const glossary = useWords('glossary')
  const { name, email, role, isDisabled } = person
  return (
    <li className={joinClasses('flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5', isDisabled && 'text-ink-3')}>
      <div className="min-w-0 flex-1 basis-56">
        <span className="flex flex-wrap items-center gap-x-2">
          <bdi className="min-w-0 font-[560] [overflow-wrap:anywhere]">{name}</bdi>
          {isSelf && <Badge tone="accent">{t('you')}</Badge>}
          {isDisabled && <Badge tone="amber">{t('disabled')}</Badge>}
        </span>
        <span className="block text-sm [overflow-wrap:anywhere] text-ink-3">{email}</span>
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
        {isSelf ? (
          <span className="w-32 max-sm:w-full sm:px-2.5">{glossary(`role.${role}`)}</span>
        ) : (
          <Select
            aria-label={t('roleOf', { name })}
            value={role}
            disabled={isBusy}
            className="w-full sm:w-32"
            onChange={(event) => {
              const chosen = event.currentTarget.value as Role
              onChange({ role: chosen }, t('roleChanged', { name, role: glossary(`role.${chosen}`) }))
            }}
          >
            {ROLES.map((choice) => (
              <option key={choice} value={choice}>
                {glossary(`role.${choice}`)}
              </option>
            ))}
          </Select>
        )}
        <Button disabled={isBusy} onClick={onSetPassword} aria-label={t('newPasswordFor', { name })}>
          {t('newPassword')}
        </Button>
        {isSelf ? (
          <span aria-hidden className="w-26 max-sm:hidden" />
        ) : (
          <DisableButton person={person} isBusy={isBusy} onChange={onChange} />
        )}
      </div>
    </li>
  )
}

function DisableButton({ person: { name, isDisabled }, isBusy, onChange }: Pick<PersonRowProps, 'person' | 'isBusy' | 'onChange'>) {
  const t = useWords('people')
  const done = isDisabled ? t('enabledOne', { name }) : t('disabledOne', { name })
  return (
    <Button
      look={isDisabled ? 'plain' : 'danger'}
      className="min-w-26"
      disabled={isBusy}
      onClick={() => onChange({ isDisabled: !isDisabled }, done)}
      aria-label={isDisabled ? t('enableOne', { name }) : t('disableOne', { name })}
    >
      {isDisabled ? t('enable') : t('disable')}
    </Button>
  )
}
