#!/usr/bin/env node
import { command } from '../refusal.mjs'
/**
 * Makes a .deb where electron-builder would call fpm, which it downloads: the part of fpm's command line
 * that it uses for Debian packages, done with dpkg-deb. Named to it by CUSTOM_FPM_PATH.
 */
import { makeDeb } from './deb.mjs'
import { readFpmArguments } from './fpm-arguments.mjs'

await command(() => makeDeb(readFpmArguments(process.argv.slice(2))))
