/**
 * `npm run icons`: every icon of every system, from resources/icon.svg. The results are committed, since
 * packaging must not depend on how a machine draws.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { ICNS_SIZES, icns } from './icons/icns.mjs'
import { ico } from './icons/ico.mjs'
import { inProject } from './paths.mjs'
import { prepareDependencies } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'
import { say } from './say.mjs'

/** Desktops on Linux choose the nearest of these from their icon theme. */
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** What Explorer, the taskbar and the installer ask for at the usual scalings. */
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256]

await command(async () => {
  await prepareDependencies()
  const { Resvg } = createRequire(import.meta.url)('@resvg/resvg-js')
  const svg = await readFile(inProject('resources/icon.svg'), 'utf8')
  /** @param {number} size @returns {Buffer} */
  const png = (size) => new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()

  const folder = inProject('resources/icons')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const size of LINUX_SIZES) await writeFile(inProject(`resources/icons/${size}x${size}.png`), png(size))
  await writeFile(
    inProject('resources/icons/icon.ico'),
    ico(WINDOWS_SIZES.map((size) => ({ size, png: png(size) }))),
  )
  const pictures = new Map(ICNS_SIZES.map((size) => [size, png(size)]))
  await writeFile(
    inProject('resources/icons/icon.icns'),
    icns((size) => /** @type {Buffer} */ (pictures.get(size))),
  )
  say(`The icons are in ${folder}.`)
})
