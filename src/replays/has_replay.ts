/** SQL: whether a show is over, and has a recording that browsers play. */
export function hasReplay(show: string): string {
  return `exists (
    select from shows w join recordings r on r.show_id = w.id
    where w.id = ${show} and w.state = 'ended' and r.file like '%.mp4')`;
}
