/** What electron-builder is told beyond electron-builder.yml, depending on the machine. */
import { inProject } from '../paths.mjs'
import { sqliteBuild } from '../prepare/sqlite-build.mjs'
import { FALLBACK_VARIABLE } from './after-pack.mjs'

/**
 * Packaging with the fallback runtime: its folder and version, and a name that nobody takes for a release.
 *
 * @param {import('../prepare/electron-runtime.mjs').Runtime} runtime
 * @returns {string[]}
 */
export const fallbackOptions = (runtime) => [
  `-c.electronVersion=${runtime.version}`,
  `-c.electronDist=${runtime.folder}`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
  '-c.artifactName=${productName}-${version}-${os}-${arch}-FALLBACK-RUNTIME.${ext}',
]

/**
 * Where Electron could not be downloaded, electron-builder's own tools cannot be either.
 *
 * @returns {Record<string, string>}
 */
export const fallbackEnvironment = () => ({
  [FALLBACK_VARIABLE]: sqliteBuild(),
  CUSTOM_FPM_PATH: process.env.CUSTOM_FPM_PATH ?? inProject('scripts', 'package', 'fpm-deb.mjs'),
})

/**
 * Without a certificate an app for macOS is signed for this machine only, which Apple's processors demand.
 * Such a signature has no team, and the hardened runtime would refuse the app's own libraries for that.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string[]}
 */
export const unsignedOptions = (env = process.env, platform = process.platform) =>
  platform === 'darwin' && env.CSC_IDENTITY_AUTO_DISCOVERY === 'false' && !env.CSC_LINK
    ? ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false']
    : []
