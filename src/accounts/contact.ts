import * as z from "zod";
import { states } from "../../views/shop/states.ts";

/** How people are reached and where parcels go, as checkout and profile ask for it. */

const line = (most: number) => z.string().trim().min(1, "required").max(most);

export const UsAddress = z.strictObject({
  country: z.literal("US"),
  name: line(100),
  line1: line(120),
  line2: z.string().trim().max(120).optional(),
  city: line(80),
  state: z.string().trim().toUpperCase().pipe(z.enum(states.map(([code]) => code), "state")),
  postalCode: z.string().trim().regex(/^\d{5}(-\d{4})?$/, "zip"),
});

export const KoreanAddress = z.strictObject({
  country: z.literal("KR"),
  name: line(100),
  line1: line(120),
  line2: z.string().trim().max(120).optional(),
  city: z.string().trim().max(80).default(""),
  state: z.string().max(0).optional(),
  postalCode: z.string().trim().regex(/^\d{5}$/, "postalCode"),
});

export const AddressSchema = z.discriminatedUnion("country", [UsAddress, KoreanAddress])
  .meta({ id: "Address" });

export type Address = z.output<typeof AddressSchema>;

/** A number of the US or Korea, in international form: `+12135550123`, `+821012345678`. */
export const Phone = z.string().trim().transform(international).pipe(
  z.string().regex(/^\+(1[2-9]\d{9}|82[1-9]\d{7,9})$/, "phone"),
).meta({ type: "string", examples: ["+12135550123", "010-1234-5678"] });

export const DepositorName = z.string().trim().min(1, "required").max(100);
export const Instagram = z.string().trim().toLowerCase().max(30)
  .regex(/^[a-z0-9._]+$/, "instagram");

function international(typed: string) {
  const digits = typed.replace(/[^\d+]/g, "");
  if (digits.startsWith("+")) return digits;
  if (digits.startsWith("0")) return `+82${digits.slice(1)}`;
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}
