/** A change by the names of its columns, as JSON for `jsonb_populate_record`; what is undefined stays. */
export function columnsOf(change: object): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(change).map(([name, value]) => [snakeCase(name), value])),
  );
}

function snakeCase(name: string) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
