import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { controlFile } from '../../scripts/package/deb.mjs'
import { readFpmArguments } from '../../scripts/package/fpm-arguments.mjs'
import { onPath } from '../../scripts/prepare/linux-packages.mjs'
import { tempFolders } from '../support/temp-folder'

const temporaryFolder = tempFolders()

const standIn = resolve(import.meta.dirname, '../../scripts/package/fpm-deb.mjs')

/** The command line that electron-builder writes, for a tiny app. */
const commandLine = (file: string, contents: readonly string[], extra: readonly string[] = []): string[] => [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libasound2 | libasound2t64'],
  ...['--deb-compression', 'xz', '--architecture', 'amd64', '--version', '1.2.3', '--name', 'tiny'],
  ...['--description', 'A tiny app\n that does little.\n\n But well.', '--package', file],
  ...[
    '--maintainer',
    'Somebody <somebody@example.invalid>',
    '--url',
    'https://example.invalid',
    '--vendor',
    'Somebody',
  ],
  ...['--category', 'video', '--deb-priority', 'optional', '--license', 'MIT', ...extra, ...contents],
]

/** An app of two files and a link, with modes that a package must not keep. */
async function tinyApp() {
  const folder = temporaryFolder()
  const app = join(folder, 'app')
  await mkdir(app)
  await writeFile(join(app, 'tiny'), '#!/bin/sh\necho tiny\n')
  await chmod(join(app, 'tiny'), 0o777)
  await writeFile(join(app, 'a=b.txt'), 'x'.repeat(5000))
  await chmod(join(app, 'a=b.txt'), 0o600)
  await symlink('tiny', join(app, 'link'))
  const script = join(folder, 'after-install')
  await writeFile(script, '#!/bin/sh\nexit 0\n')
  return { folder, app, script, file: join(folder, 'tiny.deb') }
}

describe.skipIf(!onPath('dpkg-deb'))('the stand-in for fpm', () => {
  it('makes a package that dpkg reads', async () => {
    const { app, script, file } = await tinyApp()
    const words = commandLine(file, [`${app}/=/opt/Tiny`], ['--after-install', script])
    execFileSync(process.execPath, [standIn, ...words])

    const field = (name: string): string =>
      execFileSync('dpkg-deb', ['-f', file, name], { encoding: 'utf8' }).trim()
    expect(field('Package')).toBe('tiny')
    expect(field('Version')).toBe('1.2.3')
    expect(field('Depends')).toBe('libnss3, libasound2 | libasound2t64')
    expect(Number(field('Installed-Size'))).toBeGreaterThanOrEqual(5)
    expect(field('Description')).toBe('A tiny app\n that does little.\n .\n But well.')

    const listing = execFileSync('dpkg-deb', ['-c', file], { encoding: 'utf8' })
    expect(listing).toMatch(/^-rwxr-xr-x root\/root .* \.\/opt\/Tiny\/tiny$/m)
    expect(listing).toMatch(/^-rw-r--r-- root\/root .* \.\/opt\/Tiny\/a=b\.txt$/m)
    expect(listing).toMatch(/^lrwxrwxrwx root\/root .* \.\/opt\/Tiny\/link -> tiny$/m)
  })

  it('gives the package its scripts, ready to run', async () => {
    const { folder, app, script, file } = await tinyApp()
    const words = commandLine(file, [`${app}/=/opt/Tiny`], ['--after-install', script])
    execFileSync(process.execPath, [standIn, ...words])
    execFileSync('dpkg-deb', ['-e', file, join(folder, 'control')])
    expect(await readFile(join(folder, 'control/postinst'), 'utf8')).toBe('#!/bin/sh\nexit 0\n')
  })

  it('fails with a sentence when a file to pack does not exist', async () => {
    const { file } = await tinyApp()
    const { status } = spawnSync(process.execPath, [
      standIn,
      ...commandLine(file, ['/does/not/exist=/opt/Tiny']),
    ])
    expect(status).toBe(1)
  })
})

describe("fpm's command line", () => {
  it('is refused where it asks for more than .deb packages', () => {
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'rpm'])).toThrow('makes .deb packages from folders')
  })

  it('is refused where it has an option that would silently be ignored', () => {
    expect(() => readFpmArguments(['--deb-systemd', 'tiny.service'])).toThrow(
      'does not know the option --deb-systemd',
    )
  })

  it('is refused without what every package needs', () => {
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'deb', '--name', 'tiny'])).toThrow(
      'architecture, description, file',
    )
  })
})

describe('a control file', () => {
  it('has no line for what is not known', () => {
    const deb = readFpmArguments(commandLine('tiny.deb', []))
    expect(controlFile(deb, 7)).not.toContain('Recommends')
    expect(controlFile(deb, 7)).toContain('\nInstalled-Size: 7\n')
  })
})
