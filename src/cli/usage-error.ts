/** The command was called in a way that it cannot work; the message names what is missing. */
export class UsageError extends Error {}
