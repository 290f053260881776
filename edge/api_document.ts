import type { ApiDocument } from "../src/api_docs/document.ts";

let made: Promise<ApiDocument> | undefined;

/** The document of the API, made once in the life of a process. */
export function apiDocument(): Promise<ApiDocument> {
  return made ??= import("../src/api_docs/document.ts").then(({ describeApi }) => describeApi());
}
