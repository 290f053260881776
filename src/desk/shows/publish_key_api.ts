import * as z from "zod";
import { api } from "../../http/api.ts";
import { endpoint } from "../../http/endpoint.ts";
import { makePublishKey } from "../../media/publish_key.ts";
import { answered, askedBySeller, byId, changing } from "../over_api.ts";

const EncoderSchema = z.object({
  server: z.string().meta({ description: "What the encoder publishes to" }),
  stream: z.string().meta({ description: "What encoders call the stream key" }),
  key: z.string().meta({ description: "Told here and nowhere else; the shop keeps its hash" }),
}).meta({ id: "Encoder" });

/** Publish keys, over the API. */
export const publishKeysApi = api();

publishKeysApi.openapi(
  endpoint({
    method: "post",
    path: "/api/desk/shows/{id}/publish-keys",
    summary: "Make a show's publish key, in place of the one before",
    tag: "seller",
    request: byId,
    status: 201,
    answer: EncoderSchema,
    refusals: [...changing, "SHOW_STATE", "UNAVAILABLE"],
  }),
  async function makeKey(c) {
    const { id } = c.req.valid("param");
    const outcome = await makePublishKey(c.var.shop, await askedBySeller(c), id);
    return c.json(answered(c, outcome), 201);
  },
);
