/** Where the console of a show is. */
export function airPath(showId: string): string {
  return `/desk/shows/${showId}/air`;
}
