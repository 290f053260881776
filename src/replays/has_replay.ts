/** SQL: whether a show has a recording that browsers play. */
export function hasReplay(show: string): string {
  return `exists (select from recordings r where r.show_id = ${show} and r.file like '%.mp4')`;
}
