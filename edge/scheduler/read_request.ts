import { fault } from "./fault.ts";

/** The destination as it stands in the path, query and double slashes included. */
export function destinationOf(url: string, prefix: string): string {
  return url.slice(url.indexOf(prefix) + prefix.length);
}

/** A body as text: what a receiver verifies is text too, and bytes that are none would be lost. */
export async function readText(request: Request): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(await request.arrayBuffer());
  } catch {
    throw fault("the body must be UTF-8 text");
  }
}
