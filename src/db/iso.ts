/** A moment as the server writes it, in the form that JSON and pages expect: ISO 8601, UTC. */
export function iso(moment: string): string;
export function iso(moment: string | null): string | null;
export function iso(moment: string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
