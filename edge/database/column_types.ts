import { parse as arrayOf } from "postgres-array";

type Parse = (text: string) => unknown;

const int4: Parse = Number;
const text: Parse = (text) => text;
const json: Parse = (text) => JSON.parse(text);
const list = (of: Parse): Parse => (text) => arrayOf(text, of);

/** By the number of the type, as in `pg_type.oid`. */
const parsed: ReadonlyMap<number, Parse> = new Map([
  [16, (text) => text === "t"], // bool
  [21, Number], // int2
  [23, int4],
  [700, Number], // float4
  [701, Number], // float8
  [114, json],
  [3802, json], // jsonb
  [1007, list(int4)],
  [1009, list(text)],
  [2951, list(text)], // uuid[]
]);

/**
 * What becomes of a column's text. Only what JavaScript holds without loss is parsed: `int8` and
 * `numeric` would lose digits, and a Date loses microseconds, so these stay as the server sent them.
 */
export const columnTypes = {
  getTypeParser: (oid: number): Parse => parsed.get(oid) ?? text,
};
