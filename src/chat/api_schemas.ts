import * as z from "zod";
import { message_characters_max } from "../limits.ts";
import { MessageText } from "./say.ts";

/** A message as the API tells it, and as it takes it. */

export const MessageSchema = z.object({
  id: z.uuid(),
  n: z.int().meta({ description: "Its place: of two messages the later one has the greater" }),
  kind: z.enum(["said", "announced"]),
  name: z.string().meta({ description: "The display name of who says it" }),
  text: z.string(),
  at: z.iso.datetime(),
  fromSeller: z.boolean(),
  deleted: z.boolean().optional().meta({ description: "Taken away; its text is empty" }),
  heldBack: z.boolean().optional().meta({
    description: "Nobody sees it before a moderator has",
  }),
}).meta({ id: "Message" });

export const MessageBody = z.strictObject({
  id: z.uuid().meta({ description: "UUIDv7 made by the client: sent again, it is said once" }),
  text: MessageText.meta({ minLength: 1, maxLength: message_characters_max }),
});
