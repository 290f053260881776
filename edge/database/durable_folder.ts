import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { fsyncSync } from "node:fs";

type EmscriptenOptions = Parameters<NodeFS["init"]>[1];

interface OpenFile {
  /** The host's file descriptor. */
  readonly nfd: number;
  readonly path: string;
}

/**
 * A folder of the host that writes to the disk when PostgreSQL asks for it.
 *
 * PGlite's own NodeFS has no `fsync`, and PostgreSQL's requests vanish. Emscripten hands them to
 * the file system's `fsync` operation wherever there is one, so this adds one: PostgreSQL then
 * orders its log, its pages and its checkpoints on the disk as it does anywhere else. It needs
 * `durableParameters`, for PGlite starts PostgreSQL with syncing off.
 */
export class DurableFolder extends NodeFS {
  override async init(engine: PGlite, options: EmscriptenOptions) {
    const { emscriptenOpts } = await super.init(engine, options);
    const preRun: NonNullable<EmscriptenOptions["preRun"]> = [
      ...(emscriptenOpts.preRun ?? []),
      ({ NODEFS }) => {
        Object.assign(NODEFS.stream_ops, {
          fsync: (file: OpenFile) => this.sync(file.nfd, file.path),
        });
      },
    ];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  /** @param _path as PostgreSQL sees it, below PGlite's own data folder */
  protected sync(descriptor: number, _path: string): number {
    fsyncSync(descriptor);
    return 0;
  }
}

/** Of the ways to write the log to the disk, Emscripten passes on `fsync` alone. */
export function durableParameters(parameters: readonly string[]): string[] {
  return [...parameters.filter((parameter) => parameter !== "-F"), "-c", "wal_sync_method=fsync"];
}
