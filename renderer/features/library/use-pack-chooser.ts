import { useCallback } from 'react'
import { importPack } from './pack-import'

/** Opens the system's file dialog for a pack file, and brings the chosen one in. */
export function usePackChooser(): () => void {
  return useCallback(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.entracte,.json'
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file) void importPack(file)
    })
    input.click()
  }, [])
}
