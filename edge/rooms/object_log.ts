import type { Database } from "../../src/platform.ts";
import { readArchive } from "../../src/room/archive.ts";
import { type RoomLog, wholeOf } from "../../src/room/log.ts";
import type { ObjectStorage } from "../cloudflare/cloudflare.d.ts";

/**
 * Keeps the updates of one show's room in its object; the archive stays in the database. What is
 * inserted is durable before anything that the object sends afterwards leaves it.
 */
export function objectLog(database: Database, storage: ObjectStorage): RoomLog {
  const { sql } = storage;
  const readUpdates = () =>
    sql.exec("select bytes from updates order by id").toArray()
      .map(({ bytes }) => new Uint8Array(bytes as ArrayBuffer));
  const insert = (update: Uint8Array) =>
    void sql.exec("insert into updates (bytes) values (?)", update);

  return {
    async read(showId) {
      const archived = await readArchive(database, showId);
      // What no show asks for leaves nothing behind.
      if (!archived) return undefined;
      sql.exec("create table if not exists updates (id integer primary key, bytes blob not null)");
      // Nobody else shows what is archived: none of it is on its way.
      return {
        updates: readUpdates(),
        archived: archived.map((message) => ({ ...message, young: false })),
      };
    },

    keep: (_author, update) => Promise.resolve(insert(update)),

    compact() {
      storage.transactionSync(() => {
        const whole = wholeOf(readUpdates());
        sql.exec("delete from updates");
        insert(whole);
      });
      return Promise.resolve();
    },
  };
}
