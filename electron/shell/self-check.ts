import { About } from '@shared/settings/schema'
import { app } from 'electron'
import type { CoreLink } from './core-link'

/**
 * `--self-check`: opens the core and its database, prints one line of JSON, and ends. Exit code 0 means
 * that this build can run here.
 */
export async function selfCheck(core: CoreLink): Promise<void> {
  const reply = await core.call({ method: 'settings.about', input: undefined })
  if (reply.ok) {
    const { sqlite, electron, packaged } = About.parse(reply.value)
    console.log(JSON.stringify({ ok: true, sqlite, electron, packaged }))
  } else console.log(JSON.stringify({ ok: false, error: reply.error }))
  await core.stop()
  app.exit(reply.ok ? 0 : 1)
}
