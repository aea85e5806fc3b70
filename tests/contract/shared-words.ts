/** The keys of messages that read alike in English and in French. */
export const SHARED_WORDS = [] as const
