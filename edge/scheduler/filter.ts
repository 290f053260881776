import { fault } from "./fault.ts";

/** Which messages a bulk verb is about: those which match every list that is given. */
export interface Filter {
  readonly ids?: readonly string[];
  readonly urls?: readonly string[];
  readonly scheduleIds?: readonly string[];
}

/**
 * Reads the filter of a bulk verb. One that is not understood is refused: ignoring it would cancel
 * what nobody meant.
 * @param idParameter what the verb calls its ids, `messageIds` or `dlqIds`
 */
export function readFilter(url: string, idParameter: string): Filter {
  const query = new URL(url).searchParams;
  const understood = new Set([idParameter, "url", "scheduleId", "count", "cursor"]);
  for (const name of query.keys()) {
    if (!understood.has(name)) throw fault(`filtering by ${name} is not supported here`);
  }
  return {
    ids: given(query.getAll(idParameter)),
    urls: given(query.getAll("url")),
    scheduleIds: given(query.getAll("scheduleId")),
  };
}

function given(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
