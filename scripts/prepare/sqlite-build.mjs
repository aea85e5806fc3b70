/**
 * SQLite for the fallback runtime. better-sqlite3 ships binaries that need Node-API 10; Electron 33 has
 * Node-API 9. Compiled from its unmodified source with the few newer functions declared as experimental,
 * it loads in Electron 33 as well as in the Node that runs the unit tests.
 *
 * The result is kept in the cache and copied to the place where better-sqlite3 looks first, so the app
 * needs no switch for it. With the current Electron none of this applies.
 */
import { existsSync, realpathSync } from 'node:fs'
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { copyWhole, makeOnce } from '../make-once.mjs'
import { cacheFolder, inProject, installedVersion } from '../paths.mjs'
import { nodeCommand, run } from '../run.mjs'
import { working } from '../say.mjs'
import { FALLBACK_VERSION } from './fallback-runtime.mjs'

const BINARY = 'better_sqlite3.node'

/** Declares Node-API 10 on top of 9: the source asks for 10, the runtime has its functions as experimental. */
const COMPILER_FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'

/** Where the build is kept, or will be. */
export const sqliteBuild = () => {
  const version = installedVersion('better-sqlite3')
  return path.join(
    cacheFolder(),
    `better-sqlite3-${version}-electron-${FALLBACK_VERSION}-${process.platform}-${process.arch}`,
    BINARY,
  )
}

/** Where better-sqlite3 looks before it looks among the binaries that it ships. */
const place = () => inProject('node_modules', 'better-sqlite3', 'build', 'Release', BINARY)

/** Beside the binary: says that it was put there by this file and may be removed by it. */
const mark = () => `${place()}.for-fallback-runtime`

/** Compiles it into the cache unless it is there, and puts it in place unless it is. */
export async function placeSqliteBuild() {
  const built = sqliteBuild()
  await makeOnce(path.dirname(built), compile)
  if (await sameContent(built, place())) return
  await copyWhole(built, place())
  await writeFile(
    mark(),
    'Made for the fallback runtime; npm start removes it once Electron itself is installed.\n',
  )
}

/** Takes it out again when Electron itself has arrived, so that its own binary is used. */
export async function removeSqliteBuild() {
  if (!existsSync(mark())) return
  await rm(place(), { force: true })
  await rm(mark(), { force: true })
}

/** @param {string} folder */
function compile(folder) {
  return working('Compiling SQLite for the fallback runtime (one to three minutes, only once)', async () => {
    const source = path.join(folder, 'source')
    await cp(inProject('node_modules', 'better-sqlite3'), source, { recursive: true })
    const headers = nodeHeaders()
    await run(
      ...nodeCommand('node-gyp/bin/node-gyp.js', [
        'rebuild',
        '--release',
        '--force_build=1',
        ...(headers ? [`--nodedir=${headers}`] : []),
      ]),
      {
        cwd: source,
        env: { ...process.env, NODE_PATH: inProject('node_modules'), CXXFLAGS: COMPILER_FLAGS },
        failure:
          'SQLite could not be compiled for the fallback runtime. It needs a C++ compiler, make, Python 3 and the ' +
          'headers of Node; the lines above say what was missing.',
      },
    )
    await rename(path.join(source, 'build', 'Release', BINARY), path.join(folder, BINARY))
    await rm(source, { recursive: true })
  })
}

/**
 * The folder whose include/node has Node's headers. They come with most installations of Node, but not
 * with the one in node_modules; without any, node-gyp downloads them from nodejs.org.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function nodeHeaders(env = process.env) {
  const onPath = (env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'node'))
  const prefixes = [env.npm_node_execpath ?? '', ...onPath]
    .filter((file) => existsSync(file))
    .map((file) => path.dirname(path.dirname(realpathSync(file))))
  return [env.npm_config_nodedir, ...prefixes, '/usr/local', '/usr'].find(
    (prefix) => prefix && existsSync(path.join(prefix, 'include', 'node', 'node_api.h')),
  )
}

/** @param {string} one @param {string} other */
async function sameContent(one, other) {
  if (!existsSync(other)) return false
  return (await readFile(one)).equals(await readFile(other))
}
