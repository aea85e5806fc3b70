import { posix } from 'node:path'

/**
 * Every arrow of ARCHITECTURE.md, broken once, and files around them that break none. The sources need not
 * run: a linter reads what they import.
 */

const RESTRICTED = 'lint/style/noRestrictedImports'

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) => `export const line${at} = ${at}\n`).join('')

export interface Breach {
  /** What the rule says, in words. */
  readonly rule: string
  /** The file that breaks it. */
  readonly file: string
  readonly source: string
  /** Biome's name of the rule that must fire. */
  readonly by: string
  /** A piece of its message, so that the right one of its patterns fired. */
  readonly saying: string
}

const single: readonly Breach[] = [
  {
    rule: 'shared imports no other package than zod',
    file: 'shared/notes/schema.ts',
    source: `import { parse } from 'date-fns'\nexport const day = parse('')\n`,
    by: RESTRICTED,
    saying: 'zod and itself',
  },
  {
    rule: 'shared imports no built-in module of Node',
    file: 'shared/notes/reader.ts',
    source: `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`,
    by: RESTRICTED,
    saying: 'zod and itself',
  },
  {
    rule: 'shared does not import electron/',
    file: 'shared/notes/upward.ts',
    source: `export { one } from '../../electron/core/plain'\n`,
    by: RESTRICTED,
    saying: 'neither electron nor renderer',
  },
  {
    rule: 'shared does not import renderer/',
    file: 'shared/notes/sideward.ts',
    source: `export { one } from '../../renderer/ui/plain'\n`,
    by: RESTRICTED,
    saying: 'neither electron nor renderer',
  },
  {
    rule: 'rules.ts does not ask for the time in milliseconds',
    file: 'shared/watch/rules.ts',
    source: 'export const now = (): number => Date.now()\n',
    by: 'lint/nursery/noJsRestrictedProperties',
    saying: 'Date.now',
  },
  {
    rule: 'rules.ts does not ask for the present moment',
    file: 'shared/party/rules.ts',
    source: 'export const now = (): Date => new Date()\n',
    by: 'plugin',
    saying: 'the time is an argument',
  },
  {
    rule: 'rules.ts rolls no dice',
    file: 'shared/cast/rules.ts',
    source: 'export const roll = (): number => Math.random()\n',
    by: 'lint/nursery/noJsRestrictedProperties',
    saying: 'Math.random',
  },
  {
    rule: 'rules.ts makes no ids',
    file: 'shared/boards/rules.ts',
    source: 'export const id = (): string => crypto.randomUUID()\n',
    by: 'lint/style/noRestrictedGlobals',
    saying: 'crypto',
  },
  {
    rule: 'renderer imports no built-in module of Node',
    file: 'renderer/api/file.ts',
    source: `import path from 'node:path'\nexport const join = path.join\n`,
    by: 'lint/correctness/noNodejsModules',
    saying: 'Node.js',
  },
  {
    rule: 'a handler does not import its store',
    file: 'electron/core/features/notes/handlers.ts',
    source: `export { one } from './store'\n`,
    by: RESTRICTED,
    saying: 'a handler asks its service',
  },
  {
    rule: 'a handler does not import the database',
    file: 'electron/core/features/cast/handlers.ts',
    source: `export { one } from '../../db/plain'\n`,
    by: RESTRICTED,
    saying: 'does not know the database',
  },
  {
    rule: 'a service does not import a handler',
    file: 'electron/core/features/notes/service.ts',
    source: `export { one } from './plain-handlers'\n`,
    by: RESTRICTED,
    saying: 'nothing below imports a handler',
  },
  {
    rule: 'a store does not import a service',
    file: 'electron/core/features/notes/notes-store.ts',
    source: `export { one } from '../library/service'\n`,
    by: RESTRICTED,
    saying: 'a store imports no service',
  },
  {
    rule: 'a store does not import a handler',
    file: 'electron/core/features/cast/store.ts',
    source: `export { one } from './plain-handlers'\n`,
    by: RESTRICTED,
    saying: 'nothing below imports a handler',
  },
  {
    rule: 'the database does not import a feature',
    file: 'electron/core/db/open.ts',
    source: `export { one } from '../features/library/service'\n`,
    by: RESTRICTED,
    saying: 'knows no feature',
  },
  {
    rule: 'what starts the features does not import a store',
    file: 'electron/core/features.ts',
    source: `export { one } from './features/library/store'\n`,
    by: RESTRICTED,
    saying: 'only its service knows its store',
  },
  {
    rule: 'a feature of the core does not import the store of another',
    file: 'electron/core/features/recap/service.ts',
    source: `export { one } from '../library/store'\n`,
    by: 'plugin',
    saying: 'through its service',
  },
  {
    rule: 'a feature of the core does not reach into another from a folder of its own',
    file: 'electron/core/features/exchange/formats/trakt.ts',
    source: `export type One = import('../../library/plain').One\n`,
    by: 'plugin',
    saying: 'through its service',
  },
  {
    rule: 'a feature of the screen does not import another',
    file: 'renderer/features/recap/page.tsx',
    source: `export { one } from '../cast/plain'\n`,
    by: 'plugin',
    saying: 'never imports another feature',
  },
  {
    rule: 'a feature of the screen does not import another from a folder of its own',
    file: 'renderer/features/notes/editor/blocks.ts',
    source: `export const one = () => import('../../cast/plain')\n`,
    by: 'plugin',
    saying: 'never imports another feature',
  },
  {
    rule: 'a feature of the screen does not reach another by a crooked path',
    file: 'renderer/features/boards/page.tsx',
    source: `export { one } from '../../features/cast/plain'\n`,
    by: 'plugin',
    saying: 'never imports another feature',
  },
  {
    rule: 'a feature of the screen does not import the app',
    file: 'renderer/features/settings/page.tsx',
    source: `export { one } from '../../app/plain'\n`,
    by: RESTRICTED,
    saying: 'nothing imports app',
  },
  {
    rule: 'ui does not import a feature',
    file: 'renderer/ui/button.tsx',
    source: `export { one } from '../features/cast/plain'\n`,
    by: RESTRICTED,
    saying: 'ui and api know no feature',
  },
  {
    rule: 'ui does not import the app',
    file: 'renderer/ui/menu.tsx',
    source: `export { one } from '../app/plain'\n`,
    by: RESTRICTED,
    saying: 'nothing imports app',
  },
  {
    rule: 'ui does not import api',
    file: 'renderer/ui/rail.tsx',
    source: `export { one } from '../api/plain'\n`,
    by: RESTRICTED,
    saying: 'asks for nothing',
  },
  {
    rule: 'api does not import the app',
    file: 'renderer/api/current.ts',
    source: `export { one } from '../app/plain'\n`,
    by: RESTRICTED,
    saying: 'nothing imports app',
  },
  {
    rule: 'api does not import a feature',
    file: 'renderer/api/client.ts',
    source: `export { one } from '../features/cast/plain'\n`,
    by: RESTRICTED,
    saying: 'ui and api know no feature',
  },
  {
    rule: 'api does not import ui',
    file: 'renderer/api/ask.ts',
    source: `export { one } from '../ui/plain'\n`,
    by: RESTRICTED,
    saying: 'api draws nothing',
  },
  {
    rule: 'no file imports itself by way of others, types included',
    file: 'shared/veil/circle.ts',
    source: `import type { Half } from './half'\nexport type Circle = readonly Half[]\n`,
    by: 'lint/suspicious/noImportCycles',
    saying: 'cycle',
  },
  {
    rule: 'no file of TypeScript has more than 400 lines',
    file: 'shared/ids.ts',
    source: lines(401),
    by: 'lint/style/noExcessiveLinesPerFile',
    saying: '400',
  },
  {
    rule: 'no script has more than 400 lines',
    file: 'scripts/long.mjs',
    source: lines(401),
    by: 'lint/style/noExcessiveLinesPerFile',
    saying: '400',
  },
  {
    rule: 'no style sheet has more than 400 lines',
    file: 'renderer/ui/long.module.css',
    source: `${Array.from({ length: 401 }, (_, at) => `.c${at} { color: inherit; }`).join('\n')}\n`,
    by: 'lint/style/noExcessiveLinesPerFile',
    saying: '400',
  },
]

const plain = 'export interface One {\n  readonly one: 1\n}\nexport const one: One = { one: 1 }\n'

/** A wall that several kinds of files stand before: each kind has its own place in biome.json. */
interface Wall {
  readonly behind: string
  /** A package, or a file of the project. */
  readonly target: string
  readonly saying: string
}

const RENDERER: Wall = { behind: 'renderer/', target: 'renderer/ui/plain', saying: 'never import each other' }
const SHELL: Wall = { behind: 'the shell', target: 'electron/shell/plain', saying: 'never imports the shell' }
const ELECTRON: Wall = {
  behind: 'the electron module',
  target: 'electron',
  saying: 'Only main.ts, preload.ts',
}
const MAIN: Wall = { behind: 'electron/', target: 'electron/core/plain', saying: 'never import each other' }
const MODULE: Wall = { behind: 'the electron module', target: 'electron', saying: 'never import each other' }
const NATIVE: Wall = { behind: 'the database', target: 'better-sqlite3', saying: 'in the main process only' }

/** Kinds of files, with the beginning and the end of such a file's path, and the walls before them. */
const walled: readonly (readonly [kind: string, start: string, end: string, walls: readonly Wall[]])[] = [
  ['the shell', 'electron/shell/to-', '.ts', [RENDERER]],
  ['electron/ beside the shell', 'electron/to-', '.ts', [RENDERER, ELECTRON]],
  ['the core', 'electron/core/to-', '.ts', [RENDERER, SHELL, ELECTRON]],
  ['the database', 'electron/core/db/to-', '.ts', [RENDERER, SHELL, ELECTRON]],
  ['a service', 'electron/core/features/walls/to-', '-service.ts', [RENDERER, SHELL, ELECTRON]],
  ['a handler', 'electron/core/features/walls/to-', '-handlers.ts', [RENDERER, SHELL, ELECTRON]],
  ['a store', 'electron/core/features/walls/to-', '-store.ts', [RENDERER, SHELL, ELECTRON]],
  ['the app', 'renderer/app/to-', '.tsx', [MAIN, MODULE, NATIVE]],
  ['a feature of the screen', 'renderer/features/walls/to-', '.tsx', [MAIN, MODULE, NATIVE]],
  ['ui', 'renderer/ui/to-', '.tsx', [MAIN, MODULE, NATIVE]],
  ['api', 'renderer/api/to-', '.ts', [MAIN, MODULE, NATIVE]],
]

const throughWalls = walled.flatMap(([kind, start, end, walls]) =>
  walls.map(({ behind, target, saying }, at): Breach => {
    const file = `${start}${at}${end}`
    const from = target.includes('/') ? posix.relative(posix.dirname(file), target) : target
    return {
      rule: `${kind} does not import ${behind}`,
      file,
      source: `export { one } from '${from}'\n`,
      by: RESTRICTED,
      saying,
    }
  }),
)

export const breaches: readonly Breach[] = [...single, ...throughWalls]

/** What the arrows allow, and what the breaches point at. */
export const clean: Readonly<Record<string, string>> = {
  'shared/library/rules.ts': `import { z } from 'zod'\nimport { one } from '../veil/plain'\nexport const day = (text: string): Date => new Date(z.string().parse(text) + one.one)\n`,
  'shared/library/rules.test.ts': `import { readFileSync } from 'node:fs'\nimport { test } from 'vitest'\ntest('reads', () => void readFileSync)\n`,
  'shared/library/at-400.ts': lines(400),
  'shared/veil/plain.ts': plain,
  'electron/main.ts': `import { app } from 'electron'\nimport { one } from './shell/plain'\nexport const name = [app.name, one]\n`,
  'electron/shell/plain.ts': `import { dialog } from 'electron'\nimport { one as rule } from '@shared/veil/plain'\nexport const one = [dialog, rule]\n`,
  'electron/core/plain.ts': plain,
  'electron/core/db/plain.ts': plain,
  'electron/core/features/library/handlers.ts': `import { one } from './service'\nexport const show = one\n`,
  'electron/core/features/library/service.ts': `export { one } from './store'\n`,
  'electron/core/features/library/store.ts': `export { one } from '../../db/plain'\n`,
  'electron/core/features/library/plain.ts': plain,
  'electron/core/features/library/plain-handlers.ts': 'export const one = 1\n',
  'electron/core/features/press/service.ts': `import type { one } from '../library/service'\nexport type One = typeof one\n`,
  'electron/core/features/notes/plain-handlers.ts': 'export const one = 1\n',
  'electron/core/features/cast/plain-handlers.ts': 'export const one = 1\n',
  'electron/core/features/press/folder/deep.ts': `export { one } from '../../library/service'\n`,
  'renderer/ui/plain.ts': plain,
  'renderer/api/plain.ts': `export { one } from '@shared/veil/plain'\n`,
  'renderer/app/plain.ts': `export { one } from '../features/cast/plain'\n`,
  'renderer/features/cast/plain.ts': `import { one as asked } from '../../api/plain'\nimport { one as drawn } from '../../ui/plain'\nexport const one = [asked, drawn]\n`,
  'renderer/features/cast/folder/deep.ts': `import { one } from '../../../ui/plain'\nimport { one as own } from '../plain'\nexport const both = [one, own]\n`,
  'shared/veil/half.ts': `import type { Circle } from './circle'\nexport interface Half {\n  readonly whole: Circle\n}\n`,
}

/** The other half of the circle is broken as well: a cycle has no innocent file. */
export const ACCOMPLICE = 'shared/veil/half.ts'
