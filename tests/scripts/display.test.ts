import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { needsDisplay } from '../../scripts/prepare/display.mjs'
import { onPath } from '../../scripts/prepare/linux-packages.mjs'

const socket = (display: string): string => `/tmp/.X11-unix/X${display.slice(1)}`

/** Stops waiting after some seconds; a server ends within milliseconds. */
async function untilGone(file: string): Promise<boolean> {
  for (let tries = 0; tries < 200 && existsSync(file); tries++) await sleep(25)
  return !existsSync(file)
}

/** A process without a screen that opens a display, prints its name and then does what `then` says. */
async function opening(then: string) {
  const module = resolve(import.meta.dirname, '../../scripts/prepare/display.mjs')
  const program = `
    import { openDisplay } from ${JSON.stringify(module)}
    const display = await openDisplay()
    console.log(display.name)
    ${then}`
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [name] = await once(child.stdout, 'data')
  return { child, display: String(name).trim() }
}

describe.skipIf(process.platform !== 'linux' || !onPath('Xvfb'))('a virtual display', () => {
  it('is there until it is closed', async () => {
    const { child, display } = await opening('for await (const _ of process.stdin); await display.close()')
    expect(display).toMatch(/^:\d+$/)
    expect(existsSync(socket(display))).toBe(true)
    child.stdin.end()
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    expect(existsSync(socket(display))).toBe(false)
  })

  it('goes with the process that opened it, even when that was killed', async () => {
    const { child, display } = await opening('setInterval(() => {}, 1000)')
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await untilGone(socket(display))).toBe(true)
  })

  it('is not opened where there is a screen', () => {
    expect(needsDisplay({ DISPLAY: ':0' })).toBe(false)
    expect(needsDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(false)
    expect(needsDisplay({})).toBe(true)
  })
})
