/** A pattern for `ilike` that finds the text anywhere, whatever the text holds. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
