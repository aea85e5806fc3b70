export const THEMES = ['papier', 'salle', 'system'] as const
export const LANGUAGE_CHOICES = ['system', 'en', 'fr'] as const
