/** A moment as the server writes it, in the form that JSON and pages expect: ISO 8601, UTC. */
export function iso(moment: string): string {
  return new Date(moment).toISOString();
}

/** SQL: a `timestamptz` in that form; null stays null. */
export function isoSql(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
