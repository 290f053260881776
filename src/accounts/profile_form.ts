import * as z from "zod";
import { type Outcome, refuse } from "../errors.ts";
import { invalid } from "../http/invalid.ts";
import { type Address, AddressSchema, DepositorName, Instagram, Phone } from "./contact.ts";

/** The profile form as it is sent: the address lies flat among the other fields. */
export const ProfileForm = z.strictObject({
  displayName: z.string({ error: "required" }).trim().min(1, "required").max(40),
  buysUnnamed: z.literal("true").optional(),
  depositorName: DepositorName.optional(),
  instagram: Instagram.optional(),
  phone: Phone.optional(),
  country: z.enum(["US", "KR"]).optional(),
  name: z.string().optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
});

type AddressFields = Pick<
  z.output<typeof ProfileForm>,
  "country" | "name" | "line1" | "line2" | "city" | "state" | "postalCode"
>;

/**
 * The address among the fields of a form. A Korean one has no city and no state of their own; what
 * the form sends of them is left out.
 * @returns no address when nothing of it was typed
 */
export function addressIn(fields: AddressFields): Outcome<{ address?: Address }> {
  const { country, name, line1, line2, city, state, postalCode } = fields;
  if (![name, line1, line2, city, postalCode].some(Boolean)) return {};
  const common = { country, name, line1, line2, postalCode };
  const read = AddressSchema.safeParse(country === "KR" ? common : { ...common, city, state });
  return read.success ? { address: read.data } : { refusal: invalid(read.error.issues) };
}

/** As `addressIn`, where an address must be given. */
export function addressNeeded(fields: AddressFields): Outcome<{ address: Address }> {
  const found = addressIn(fields);
  if (found.refusal) return found;
  if (found.address) return { address: found.address };
  const missing = ["name", "postalCode", "line1"].map((field) => ({ field, rule: "required" }));
  return refuse("INVALID", { field: "name", fields: missing });
}
