import * as z from "zod";
import { Refused } from "../errors.ts";
import { api } from "../http/api.ts";
import { endpoint, json } from "../http/endpoint.ts";
import { granted } from "../http/problem.ts";
import { forget, giveCookies, signedIn } from "../http/session.ts";
import { deviceOf } from "./device.ts";
import { revokeSessions } from "./sessions.ts";
import { DeveloperSignIn, signInDeveloper } from "./sign_in_dev.ts";

const PersonSchema = z.object({
  id: z.uuid(),
  displayName: z.string(),
  admin: z.boolean(),
  sellerId: z.uuid().optional().meta({ description: "The approved shop that they own" }),
}).meta({ id: "Person" });

export const accountsApi = api();

accountsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/sign-in/dev",
    summary: "Sign in as anybody, where the deployment allows it",
    tag: "public",
    request: { body: json(DeveloperSignIn) },
    status: 200,
    answer: z.object({
      person: PersonSchema,
      accessToken: z.string().meta({ description: "For `Authorization: Bearer`, 15 minutes" }),
    }),
    refusals: ["NOT_YOURS"],
  }),
  async function signInOverApi(c) {
    const { shop } = c.var;
    if (!shop.platform.configuration.developerSignIn) throw new Refused({ code: "NOT_YOURS" });
    const opened = granted(await signInDeveloper(shop, c.req.valid("json"), deviceOf(c)));
    const tokens = await shop.sessions.tokens;
    await giveCookies(c, tokens, opened);
    const { id, displayName, admin, sellerId } = opened.person;
    const accessToken = await tokens.access(opened.person, shop.platform.now());
    return c.json({ person: { id, displayName, admin, sellerId }, accessToken }, 200);
  },
);

accountsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/me",
    summary: "Who is signed in",
    tag: "accounts",
    request: {},
    status: 200,
    answer: PersonSchema,
    refusals: ["SIGN_IN_REQUIRED"],
  }),
  function tellWho(c) {
    const { id, displayName, admin, sellerId } = signedIn(c);
    return c.json({ id, displayName, admin, sellerId }, 200);
  },
);

accountsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/sign-out",
    summary: "End this session",
    tag: "accounts",
    request: {},
    status: 200,
    answer: z.object({ signedOut: z.literal(true) }),
    refusals: ["SIGN_IN_REQUIRED"],
  }),
  async function signOutOverApi(c) {
    const person = signedIn(c);
    await revokeSessions(c.var.shop.platform.database, person.id, person.sessionId);
    forget(c);
    return c.json({ signedOut: true as const }, 200);
  },
);
