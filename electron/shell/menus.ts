import { type LanguageCode, m, speak } from '@shared/messages'
import { app, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'

const editItems = (): MenuItemConstructorOptions[] => [
  { role: 'undo', label: m.desktop_menu_undo() },
  { role: 'redo', label: m.desktop_menu_redo() },
  { type: 'separator' },
  { role: 'cut', label: m.desktop_menu_cut() },
  { role: 'copy', label: m.desktop_menu_copy() },
  { role: 'paste', label: m.desktop_menu_paste() },
  { role: 'selectAll', label: m.desktop_menu_select_all() },
]

/**
 * The application menu. On a Mac it is the menu bar; elsewhere the window has no bar, and only the keys work.
 * Undo stays with the page there, which knows what a person did last.
 */
function setApplicationMenu(): void {
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    ...(mac ? [{ label: m.desktop_menu_edit(), submenu: editItems() }] : []),
    {
      label: m.desktop_menu_view(),
      submenu: [
        { role: 'resetZoom', label: m.desktop_menu_zoom_reset() },
        { role: 'zoomIn', label: m.desktop_menu_zoom_in() },
        { role: 'zoomOut', label: m.desktop_menu_zoom_out() },
        { role: 'togglefullscreen', label: m.desktop_menu_full_screen() },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Speaks to the person in their language from now on: menus, and the dialogs of the system. */
export function speakTo(language: LanguageCode): void {
  speak(language)
  setApplicationMenu()
}

/** The menu of a right click in a text: what a person expects there and nothing else. */
export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const hasSelection = selectionText.trim() !== ''
    if (!isEditable && !hasSelection) return
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', label: m.desktop_menu_cut(), enabled: editFlags.canCut },
          { role: 'copy', label: m.desktop_menu_copy(), enabled: editFlags.canCopy },
          { role: 'paste', label: m.desktop_menu_paste(), enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', label: m.desktop_menu_select_all(), enabled: editFlags.canSelectAll },
        ]
      : [{ role: 'copy', label: m.desktop_menu_copy(), enabled: editFlags.canCopy }]
    Menu.buildFromTemplate(items).popup()
  })
}
