const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('hello', { ping: (value) => ipcRenderer.invoke('ping', value) })
