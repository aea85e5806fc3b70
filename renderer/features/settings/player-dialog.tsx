import { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import type { PlayerSetup } from '@shared/watch/player-schema'
import { useState } from 'react'
import { useTell } from '../../api/ask'
import { client } from '../../api/client'
import { Banner } from '../../ui/banner'
import { Button, TextButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Dialog, DialogActions } from '../../ui/dialog'
import { errorWords } from '../../ui/error-words'
import { TextField } from '../../ui/field'
import { Switch } from '../../ui/switch'
import { Line } from './line'
import styles from './player-dialog.module.css'
import { playerHow, playerName, testWords } from './player-words'

interface PlayerDialogProps {
  readonly setup: PlayerSetup
  readonly onClose: () => void
}

interface Said {
  readonly text: string
  readonly good: boolean
}

const MPV_OPTION = '--input-ipc-server='

const addressLabel = (kind: PlayerSetup['kind']) =>
  kind === 'mpv' ? m.players_socket() : kind === 'mpris' ? m.players_name() : m.players_address()

/** How a player is reached, with a test of it. What is kept as a secret is not shown again. */
export function PlayerDialog({ setup, onClose }: PlayerDialogProps) {
  const { kind, usualAddress } = setup
  const player = playerName(kind)
  const [enabled, setEnabled] = useState(setup.enabled)
  const [address, setAddress] = useState(setup.address)
  const [user, setUser] = useState(setup.user)
  const [secret, setSecret] = useState('')
  const [forget, setForget] = useState(false)
  const [testing, setTesting] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const save = useTell('watch', 'savePlayer')

  // an empty field leaves the secret that is kept as it is
  const reach = { kind, address, user, secret: secret !== '' || forget ? secret : null }
  const test = async () => {
    setTesting(true)
    setSaid(null)
    try {
      const result = await client.watch.testPlayer(reach, {})
      setSaid({ text: testWords(kind, result), good: result.works })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { title, text } = errorWords(error)
      setSaid({ text: `${title} ${text}`, good: false })
    } finally {
      setTesting(false)
    }
  }
  const hasUser = kind === 'kodi' || kind === 'jellyfin'
  const hasSecret = hasUser || kind === 'vlc'
  return (
    <Dialog title={player} isOpen onOpenChange={(open) => !open && onClose()}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ ...reach, enabled }, { onSuccess: onClose })
        }}
      >
        <Line title={m.players_follow({ player })} text={m.players_follow_text()}>
          <Switch aria-label={m.players_follow({ player })} isSelected={enabled} onChange={setEnabled} />
        </Line>
        <p className="muted">{playerHow[kind]()}</p>
        {kind === 'mpv' && (
          <code className={styles.code}>
            {MPV_OPTION}
            {address || usualAddress}
          </code>
        )}
        <TextField
          label={addressLabel(kind)}
          placeholder={kind === 'mpris' ? m.players_name_example() : usualAddress}
          value={address}
          onChange={setAddress}
          maxLength={500}
          spellCheck="false"
        />
        {hasUser && (
          <TextField
            label={m.players_user()}
            value={user}
            onChange={setUser}
            maxLength={200}
            spellCheck="false"
          />
        )}
        {hasSecret && (
          <TextField
            label={kind === 'jellyfin' ? m.players_key() : m.players_password()}
            type="password"
            autoComplete="off"
            value={secret}
            onChange={setSecret}
            maxLength={200}
            {...(setup.hasSecret && {
              hint: forget ? m.players_secret_forgotten() : m.players_secret_kept(),
            })}
          />
        )}
        {hasSecret && setup.hasSecret && !forget && (
          <TextButton onPress={() => setForget(true)}>{m.players_secret_forget()}</TextButton>
        )}
        <p className={cx(styles.said, said?.good && styles.good)} role="status">
          {testing ? m.players_testing() : said?.text}
        </p>
        {save.error && (
          <Banner kind="error" title={errorWords(save.error).title}>
            {errorWords(save.error).text}
          </Banner>
        )}
        <DialogActions>
          {/* pending, not disabled: a button that goes away takes the focus with it, and Esc would close nothing */}
          <Button isPending={testing} onPress={() => void test()}>
            {m.players_test()}
          </Button>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {m.players_save()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
