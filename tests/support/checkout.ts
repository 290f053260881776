import type { Person } from "./person.ts";

/** What a careful shopper types at checkout, apart from the lines. */
export const checkoutForm = {
  country: "US",
  name: "Mina Kim",
  phone: "(213) 555-0123",
  line1: "1 Main St",
  city: "Los Angeles",
  state: "CA",
  postalCode: "90012",
  depositorName: "KIM MINA",
  remember: "true",
  consentOrder: "true",
  consentPrivacy: "true",
} as const;

/** The same as the API takes it. */
export const orderBody = {
  depositorName: "KIM MINA",
  address: {
    country: "US",
    name: "Mina Kim",
    line1: "1 Main St",
    city: "Los Angeles",
    state: "CA",
    postalCode: "90012",
  },
} as const;

/** Holds units and answers the hold's id. */
export async function holdOne(
  person: Person,
  variantId: string | undefined,
  quantity = 1,
): Promise<string> {
  const { status, body } = await person.post("/api/holds", { variantId, quantity });
  if (status !== 201) throw new Error(`holding answered ${status}: ${JSON.stringify(body)}`);
  return String(body.id);
}

/** Holds and orders; answers the order's number. */
export async function orderOne(
  person: Person,
  variantId: string | undefined,
  quantity = 1,
): Promise<string> {
  const holdIds = [await holdOne(person, variantId, quantity)];
  const { status, body } = await person.post<{ orders: { number: string }[] }>("/api/orders", {
    ...orderBody,
    holdIds,
  });
  if (status !== 201) throw new Error(`ordering answered ${status}: ${JSON.stringify(body)}`);
  return body.orders[0]!.number;
}
