import { z } from "@hono/zod-openapi";
import { message_characters_max } from "../limits.ts";
import { MessageText } from "./say.ts";

/** A message as the API tells it, and as it takes it. */

export const MessageSchema = z.object({
  id: z.uuid(),
  n: z.int().openapi({ description: "Its place: of two messages the later one has the greater" }),
  kind: z.enum(["said", "announced"]),
  name: z.string().openapi({ description: "The display name of who says it" }),
  text: z.string(),
  at: z.iso.datetime(),
  fromSeller: z.boolean(),
  deleted: z.boolean().optional().openapi({ description: "Taken away; its text is empty" }),
  heldBack: z.boolean().optional().openapi({
    description: "Nobody sees it before a moderator has",
  }),
}).openapi("Message");

export const MessageBody = z.strictObject({
  id: z.uuid().openapi({ description: "UUIDv7 made by the client: sent again, it is said once" }),
  text: MessageText.openapi({ minLength: 1, maxLength: message_characters_max }),
});
