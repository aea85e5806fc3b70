/** Words without marks and capitals, so that a search finds `Élodie` by `elodie`. It may be shorter than the text. */
export const bareWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
