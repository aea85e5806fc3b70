/** Whether this is a Mac, whose shortcuts use Cmd where others use Ctrl. */
export const onMac = /\bMac/.test(navigator.userAgent)
