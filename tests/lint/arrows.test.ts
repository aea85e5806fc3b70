import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCOMPLICE, breaches, clean } from './breaches'

// Every arrow of ARCHITECTURE.md, broken once: a small project with the real biome.json is written into a
// temporary folder, and the real Biome must complain about each broken file, for the one reason it was
// broken for, and about none of the clean ones.

const PROJECT = path.resolve(import.meta.dirname, '../..')
const BIOME = path.join(PROJECT, 'node_modules/@biomejs/biome/bin/biome')
/** Biome needs under two seconds; a machine that compiles something else at the same time, a few more. */
const PATIENCE_MS = 60_000

interface Complaint {
  readonly file: string
  readonly by: string
  readonly saying: string
}

let project: string
let complaints: readonly Complaint[]

beforeAll(async () => {
  project = realpathSync(mkdtempSync(path.join(tmpdir(), 'entracte-arrows-')))
  for (const own of ['biome.json', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(PROJECT, own), path.join(project, own))
  }
  cpSync(path.join(PROJECT, 'tests/lint'), path.join(project, 'tests/lint'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  })
  const broken = Object.fromEntries(breaches.map(({ file, source }) => [file, source]))
  for (const [file, source] of Object.entries({ ...clean, ...broken })) {
    const target = path.join(project, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, source)
  }
  complaints = await lint(project)
}, PATIENCE_MS)

afterAll(() => rmSync(project, { recursive: true, force: true }))

/** Runs Biome over a folder and reads its reporter for build servers: one line for each complaint. */
function lint(folder: string): Promise<Complaint[]> {
  const args = [BIOME, 'lint', '.', '--reporter=github', '--max-diagnostics=none']
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 16 * 1024 * 1024 },
      (_error, stdout, stderr) => {
        const lines = stdout.matchAll(/^::(?:error|warning|notice) title=([^,]*),file=([^,]*),[^:]*::(.*)$/gm)
        const found = [...lines].map(([, by = '', file = '', saying = '']) => ({
          by,
          file: path.relative(folder, path.resolve(folder, file)).replaceAll(path.sep, '/'),
          saying,
        }))
        // a Biome that could not start says nothing about files
        if (found.length === 0) reject(new Error(`Biome reported nothing: ${stdout}${stderr}`))
        else resolve(found)
      },
    )
  })
}

describe('an arrow that is broken is reported, and nothing else is', () => {
  test.each(breaches)('$rule', ({ file, by, saying }) => {
    expect(complaints.filter((complaint) => complaint.file === file)).toEqual([
      { file, by, saying: expect.stringContaining(saying) },
    ])
  })
})

test('files that follow the arrows are left alone', () => {
  const innocent = Object.keys(clean).filter((file) => file !== ACCOMPLICE)
  expect(complaints.filter(({ file }) => innocent.includes(file))).toEqual([])
})
