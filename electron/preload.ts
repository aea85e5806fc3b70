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
// what was needed to begin (sources of scripts, memory that has been freed) is given back once
addEventListener('load', () => setTimeout(() => webFrame.clearCache(), CALM_MS))
