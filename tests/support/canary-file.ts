import { Pack } from '../../shared/exchange/pack-schema'
import { canary, canaryPack, type Shape } from './canary-pack'
import { zipOf } from './pack-zip'
import { tinyPng } from './tiny-picture'

/**
 * The canary pack with pictures, as a pack file: a poster and a still for each episode, and a portrait of each role.
 * What is said of a picture holds a canary, and so do its bytes.
 *
 * @param change changes the JSON before it is packed
 */
export async function canaryFile(
  shape: Shape,
  change: (json: string) => string = (json) => json,
): Promise<Uint8Array<ArrayBuffer>> {
  const pack = canaryPack(shape)
  const files: Record<string, Buffer> = {}
  const picture = (
    kind: 'poster' | 'still' | 'portrait',
    at: number,
    of: { episode?: string; role?: string; fromMs?: number | null },
  ) => {
    const fromMs = of.fromMs ?? null
    const file = `art/${kind}-${at}.png`
    files[file] = tinyPng(canary(at, kind, fromMs))
    const [alt, credit] = [canary(at, 'alt', fromMs), canary(at, 'credit', fromMs)]
    const [episode, role] = [of.episode ?? null, of.role ?? null]
    const stamp = { safeAfter: at, safeFromMs: fromMs }
    return { key: `${kind}-${at}`, kind, episode, role, file, alt, credit, ...stamp }
  }
  const artwork = pack.roles.flatMap(({ key, safeFromMs }, index) => {
    const at = index + 1
    return [
      picture('poster', at, {}),
      picture('still', at, { episode: `episode-${at}`, fromMs: safeFromMs }),
      picture('portrait', at, { role: key, fromMs: safeFromMs }),
    ]
  })
  // one that anybody may see, so that asking for pictures has an answer
  files['art/open.png'] = tinyPng('open')
  const open = {
    key: 'open',
    kind: 'poster',
    file: 'art/open.png',
    alt: 'Canaries',
    credit: 'Made for tests',
  }
  const all = [...artwork, { ...open, safeAfter: null }]
  return zipOf({ 'pack.json': change(JSON.stringify(Pack.parse({ ...pack, artwork: all }))), ...files })
}
