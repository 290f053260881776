interface Route {
  readonly method: string;
  readonly path: string;
}

/**
 * The page to read instead of a path that only takes forms, where a refused form was drawn: the
 * nearest page above it. Undefined for a path that takes no form either.
 */
export function pageOfForm(routes: readonly Route[], path: string): string | undefined {
  const takes = (method: string, path: string) =>
    routes.some((route) => route.method === method && matches(route.path, path));
  if (path.startsWith("/api/") || path.startsWith("/hooks/") || !takes("POST", path)) return;
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    const above = path.slice(0, at);
    if (takes("GET", above)) return above;
  }
  return "/";
}

/** @param pattern a route's path with `:name` for a segment; one with a wildcard is nobody's page */
function matches(pattern: string, path: string) {
  if (pattern.includes("*")) return false;
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  return wanted.length === given.length &&
    wanted.every((segment, at) => segment.startsWith(":") || segment === given[at]);
}
