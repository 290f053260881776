import { DatabaseError } from "../../src/platform.ts";

/** What is asked of a database: answered when it was asked before the closing, refused after. */
export interface UntilClosed {
  /** @throws DatabaseError 08006 once it is closing */
  serve<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  /** Answers when all that is under way is answered, and the database has ended. */
  close(): Promise<void>;
}

export function untilClosed(end: () => Promise<void> = async () => {}): UntilClosed {
  const underWay = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;

  return {
    async serve(work) {
      if (closed) throw new DatabaseError("The database is closed", "08006");
      const answer = work();
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    close() {
      closed ??= Promise.allSettled(underWay).then(end);
      return closed;
    },
  };
}
