import { PGlite } from "@electric-sql/pglite";
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DurableFolder } from "../../../edge/database/durable_folder.ts";

/**
 * A folder that knows what would be left of it if the power went now: of each file the content of
 * its last sync, under the names of its folder's last sync.
 */
export class Disk extends DurableFolder {
  readonly #names = new Map<string, number>();
  readonly #contents = new Map<number, Uint8Array>();

  constructor(readonly folder: string) {
    super(folder);
    this.#write("");
  }

  /** Makes another folder what this one would be after a power cut. */
  cutPower(to: string): void {
    for (const [name, inode] of this.#names) {
      mkdirSync(dirname(join(to, name)), { recursive: true });
      const content = this.#contents.get(inode);
      if (content === undefined) mkdirSync(join(to, name), { recursive: true });
      else writeFileSync(join(to, name), content);
    }
  }

  protected override sync(descriptor: number, path: string): number {
    const name = path.slice(PGlite.paths.PGDATA.length + 1);
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) this.#syncNames(name);
    else this.#syncContent(name, stat.ino);
    return 0;
  }

  #syncContent(name: string, inode: number): void {
    this.#names.set(name, inode);
    this.#contents.set(inode, readFileSync(join(this.folder, name)));
  }

  #syncNames(folder: string): void {
    const there = new Set(readdirSync(join(this.folder, folder)).map((name) => join(folder, name)));
    for (const name of this.#names.keys()) {
      if (join(dirname(name)) === join(folder) && !there.has(name)) this.#names.delete(name);
    }
    for (const name of there) {
      const stat = statSync(join(this.folder, name));
      this.#names.set(name, stat.ino);
      if (stat.isFile() && !this.#contents.has(stat.ino)) {
        this.#contents.set(stat.ino, new Uint8Array());
      }
    }
  }

  /** All of it is on the disk to begin with. */
  #write(folder: string): void {
    for (const entry of readdirSync(join(this.folder, folder), { withFileTypes: true })) {
      const name = join(folder, entry.name);
      const descriptor = openSync(join(this.folder, name), "r");
      const inode = fstatSync(descriptor).ino;
      closeSync(descriptor);
      if (entry.isFile()) this.#syncContent(name, inode);
      else {
        this.#names.set(name, inode);
        this.#write(name);
      }
    }
  }
}
