import { MemberId } from '@shared/ids'
import { freeColour, present } from '@shared/members/rules'
import type { Member } from '@shared/members/schema'
import { m } from '@shared/messages'
import { freshId } from '@shared/uuid'
import { IconPlus, IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useTell } from '../../api/ask'
import { Button, IconButton } from '../../ui/button'
import { TextField } from '../../ui/field'
import { SectionHead } from '../../ui/head'
import { sayRefusal } from '../../ui/say-refusal'
import { Select } from '../../ui/select'
import { toasts } from '../../ui/toasts'
import { Who } from '../../ui/who'
import part from './part.module.css'
import styles from './people-part.module.css'

const COLOURS = [
  m.people_colour_1,
  m.people_colour_2,
  m.people_colour_3,
  m.people_colour_4,
  m.people_colour_5,
  m.people_colour_6,
  m.people_colour_7,
  m.people_colour_8,
]
const colours = () => COLOURS.map((name, index) => ({ id: String(index + 1), label: name() }))

interface PersonProps {
  readonly member: Member
  readonly onSave: (member: Member) => void
  readonly onLeave: (() => void) | null
}

/** One person: their ink and their name, kept when the field is left. */
function Person({ member, onSave, onLeave }: PersonProps) {
  const [name, setName] = useState(member.name)
  const shown = member.me && name.trim() === '' ? m.people_you() : name
  const keep = () => {
    if (name.trim() === '' && !member.me) setName(member.name)
    else if (name.trim() !== member.name) onSave({ ...member, name: name.trim() })
  }
  return (
    <li className={styles.person}>
      <Who name={shown} colour={member.colour} silent />
      <TextField
        label={member.me ? m.people_your_name() : m.people_name()}
        hideLabel
        placeholder={member.me ? m.people_you() : ''}
        value={name}
        onChange={setName}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
        maxLength={60}
      />
      <Select
        label={m.people_colour_of({ name: shown })}
        hideLabel
        choices={colours()}
        value={String(member.colour)}
        onChange={(colour) => onSave({ ...member, colour: Number(colour) })}
      />
      {onLeave ? (
        <IconButton
          label={m.people_leave({ name: shown })}
          icon={IconUserMinus}
          size="sm"
          onPress={onLeave}
        />
      ) : (
        <span className={styles.me}>{m.people_you()}</span>
      )}
    </li>
  )
}

const nobody = (): Member => ({ id: MemberId.parse(freshId()), name: '', colour: 1, me: true, leftAt: null })

/** Who writes here: the person, and those who sit beside them. */
export function PeoplePart() {
  const { data } = useAsk('members', 'list', undefined)
  const save = useTell('members', 'save')
  const leave = useTell('members', 'leave')
  const comeBack = useTell('members', 'comeBack')
  const [name, setName] = useState('')
  const [self] = useState(nobody)
  const all = data ?? []
  const here = present(all)
  const members = here.some(({ me }) => me) ? here : [self, ...here]
  const keep = ({ leftAt: _leftAt, ...draft }: Member) => save.mutate(draft, { onError: sayRefusal })
  const add = () => {
    const word = name.trim()
    if (word === '') return
    const colour = freeColour(members)
    save.mutate(
      { id: MemberId.parse(freshId()), name: word, colour, me: false },
      { onSuccess: () => setName(''), onError: sayRefusal },
    )
  }
  const goes = (member: Member) =>
    leave.mutate(
      { memberId: member.id },
      {
        onError: sayRefusal,
        onSuccess: () =>
          toasts.show({
            text: m.people_left({ name: member.name }),
            icon: IconUserMinus,
            undo: () => comeBack.mutate({ memberId: member.id }, { onError: sayRefusal }),
          }),
      },
    )
  return (
    <section>
      <SectionHead title={m.people_title()} />
      <p className={part.about}>{m.people_about()}</p>
      {data && (
        <ul aria-label={m.people_title()}>
          {members.map((member) => (
            <Person
              key={member.me ? 'me' : `${member.id} ${member.name}`}
              member={member}
              onSave={keep}
              onLeave={member.me ? null : () => goes(member)}
            />
          ))}
        </ul>
      )}
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label={m.people_add_name()}
          hideLabel
          placeholder={m.people_add_name()}
          value={name}
          onChange={setName}
          maxLength={60}
        />
        <Button type="submit" icon={IconPlus} isDisabled={name.trim() === ''}>
          {m.people_add()}
        </Button>
      </form>
    </section>
  )
}
