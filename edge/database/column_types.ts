import pg from "pg";

const { builtins } = pg.types;
const text_array: number = 1009;
const uuid_array: number = 2951;
const int4_array: number = 1007;

const parsed = new Set<number>([
  builtins.BOOL,
  builtins.INT2,
  builtins.INT4,
  builtins.FLOAT4,
  builtins.FLOAT8,
  builtins.JSON,
  builtins.JSONB,
  int4_array,
  text_array,
]);

/**
 * What becomes of a column's text. Only what JavaScript holds without loss is parsed: `int8` and
 * `numeric` would lose digits, and a Date loses microseconds, so these stay as the server sent them.
 */
export const columnTypes = {
  getTypeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
    if (oid === uuid_array) return pg.types.getTypeParser(text_array, format);
    if (parsed.has(oid)) return pg.types.getTypeParser(oid, format);
    return (text) => text;
  },
};
