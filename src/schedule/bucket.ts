/**
 * Names the bucket of time that a moment falls into by the moment it ends. What is asked for under
 * that name, not before that moment, comes once for all the moments in the bucket.
 * @param momentMs milliseconds since 1970
 * @returns milliseconds since 1970, never before `momentMs`
 */
export function bucketOf(momentMs: number, bucketSeconds: number): number {
  const bucketMs = bucketSeconds * 1_000;
  return Math.ceil(momentMs / bucketMs) * bucketMs;
}
