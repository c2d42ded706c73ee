// @ts-check
import { getSystemErrorMap } from 'node:util';

/** A mistake in how the command line was called. */
export class UsageError extends Error {}

/**
 * What went wrong, in a phrase: the system's errors without their code and call.
 * @param {unknown} error
 */
export function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const { errno, path, message } = /** @type {NodeJS.ErrnoException} */ (error);
  const reason = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return reason === undefined ? message : [path, reason].filter(Boolean).join(': ');
}
