const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('hello', { call: (request) => ipcRenderer.invoke('hello:call', request) })
