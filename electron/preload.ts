import type { Broadcast, Corridor } from '@shared/ipc'
import { contextBridge, ipcRenderer, webFrame } from 'electron'

// Two functions and no list of channels: this file does not change when a feature is added.

const corridor: Corridor = {
  call: (request) => ipcRenderer.invoke('entracte:call', request),
  subscribe: (listener) => {
    const heard = (_event: unknown, broadcast: Broadcast) => listener(broadcast)
    ipcRenderer.on('entracte:broadcast', heard)
    return () => {
      ipcRenderer.off('entracte:broadcast', heard)
    }
  },
}

contextBridge.exposeInMainWorld('entracte', corridor)

/** By then the first page stands, in ms after its load. */
const CALM_MS = 2500

/** Gives back what was needed to begin: sources of scripts, freed memory, the pictures of a look that is gone. */
function rest(): void {
  webFrame.clearCache()
  // Chromium tells its graphics process what it has dropped only when it next has something to draw: so it gets a pixel
  const pixel = document.createElement('div')
  pixel.style.cssText =
    'position:fixed;right:0;bottom:0;width:1px;height:1px;opacity:.01;pointer-events:none;background:linear-gradient(#000,#fff)'
  document.documentElement.append(pixel)
  setTimeout(() => pixel.remove(), 200)
  // the first time sets the collector of garbage going; the second gives the system what it has freed
  setTimeout(() => webFrame.clearCache(), 1000)
}
addEventListener('load', () => setTimeout(rest, CALM_MS))
