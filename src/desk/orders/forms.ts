import * as z from "zod";
import { orderStates, paymentMethods } from "../../orders/kinds.ts";
import {
  hold_quantity_range,
  note_characters_max,
  page_size_max,
  tracking_characters_max,
} from "../../limits.ts";
import type { LineUnits } from "../../orders/step.ts";
import { line, typedWhole, whole, word } from "../fields.ts";

/** `ORD-YYYYMMDD-NNNNN` */
export const OrderNumber = z.string().regex(/^ORD-\d{8}-\d{5,9}$/, "invalid");
export const State = z.enum(orderStates);
export const Method = z.enum(paymentMethods);
export const Carrier = word(tracking_characters_max);
export const Tracking = word(tracking_characters_max);
export const Reason = line(note_characters_max);

const [, units_most] = hold_quantity_range;
export const Units = whole(0, units_most);

export const PaymentForm = z.strictObject({ method: Method });
export const ShipmentForm = z.strictObject({ carrier: Carrier, tracking: Tracking });

export const PaymentsForm = z.strictObject({
  numbers: z.array(OrderNumber).min(1, "required").max(page_size_max),
  from: z.string().optional(),
});

const TypedUnits = typedWhole(Units);
const OfLine = /^quantity\.([0-9a-f-]{36})$/;

/** Units that stay of each line, sent as `quantity.<line id>`. */
export const LinesForm = z.looseObject({}).transform((sent, context) => ({
  lines: linesOf(sent, context),
}));

/** Units to refund of each line, sent the same way; without any, all that is left is meant. */
export const RefundForm = z.looseObject({ reason: Reason.default("") })
  .transform(({ reason, ...sent }, context) => {
    if (Object.keys(sent).length === 0) return { reason };
    const lines = linesOf(sent, context).filter(({ quantity }) => quantity > 0);
    if (lines.length > 0) return { reason, lines };
    context.addIssue({ code: "custom", path: ["lines"], message: "required" });
    return z.NEVER;
  });

function linesOf(sent: Record<string, unknown>, context: z.RefinementCtx): LineUnits[] {
  return Object.entries(sent).flatMap(([name, typed]) => {
    const [, id] = name.match(OfLine) ?? [];
    const units = TypedUnits.safeParse(typed);
    if (id && units.success) return { id, quantity: units.data };
    const message = id ? units.error!.issues[0]!.message : "unknownField";
    context.addIssue({ code: "custom", path: [name], message });
    return [];
  });
}
