/** Seconds without a word after which a worker counts as gone, unless configured. */
export const DEFAULT_LEASE_SECONDS = 60;
