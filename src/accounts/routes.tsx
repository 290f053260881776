import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import * as z from "zod";
import { copy, locales } from "../../views/copy/mod.ts";
import { Profile } from "../../views/shop/profile.tsx";
import { Sessions } from "../../views/shop/sessions.tsx";
import { SignIn } from "../../views/shop/sign_in.tsx";
import type { Fault } from "../../views/kit/view.ts";
import { Refused } from "../errors.ts";
import type { Env, Visit } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { isUuid } from "../http/identity.ts";
import { page } from "../http/page.tsx";
import { faultOf, statusOf } from "../http/refused.ts";
import { forget, giveAccess, giveCookies, signedIn } from "../http/session.ts";
import { ownPath, viewOf } from "../http/view.ts";
import { deviceOf } from "./device.ts";
import { listDevices } from "./devices.ts";
import { readProfile, saveProfile } from "./profile.ts";
import { addressIn, ProfileForm } from "./profile_form.ts";
import { revokeSessions } from "./sessions.ts";
import { DeveloperSignIn, signInDeveloper } from "./sign_in_dev.ts";

/** Signing in and out, the profile, the devices, the language. */
export const accounts = new Hono<Env>()
  .get("/sign-in", (c) => signInPage(c, ownPath(c.req.query("from"))))
  .post("/sign-in/dev", signIn)
  .post("/sign-out", signOut)
  .get("/profile", (c) => profilePage(c))
  .post("/profile", changeProfile)
  .get("/sessions", showDevices)
  .post("/sessions/revocation", (c) => revoke(c))
  .post("/sessions/:id/revocation", (c) => revoke(c, c.req.param("id")))
  .post("/locale", changeLanguage);

function signInPage(c: Visit, next: string, fault?: Fault) {
  return page(c, {
    title: copy(c.var.language).signIn.title,
    status: statusOf(c, fault),
    body: (
      <SignIn
        view={viewOf(c)}
        next={next}
        developer={c.var.shop.platform.configuration.developerSignIn}
        providers={[]}
        fault={fault}
      />
    ),
  });
}

async function signIn(c: Visit) {
  const { shop } = c.var;
  if (!shop.platform.configuration.developerSignIn) throw new Refused({ code: "NOT_YOURS" });
  const form = await readForm(c, DeveloperSignIn.extend({ next: z.string().optional() }));
  const next = ownPath(form.typed.next);
  if (form.fault) return await signInPage(c, next, form.fault);
  const opened = await signInDeveloper(shop, form.values, deviceOf(c));
  if (opened.refusal) return await signInPage(c, next, faultOf(form, opened));
  await giveCookies(c, await shop.sessions.tokens, opened);
  return c.redirect(next, 303);
}

async function signOut(c: Visit) {
  const { person, shop } = c.var;
  if (person) await revokeSessions(shop.platform.database, person.id, person.sessionId);
  forget(c);
  return c.redirect("/", 303);
}

async function profilePage(c: Visit, fault?: Fault) {
  const { shop, language } = c.var;
  const { address, ...profile } = await readProfile(shop, signedIn(c).id);
  return page(c, {
    title: copy(language).profile.title,
    status: statusOf(c, fault),
    body: (
      <Profile
        view={viewOf(c)}
        {...profile}
        address={address}
        saved={c.req.query("saved") !== undefined}
        fault={fault}
      />
    ),
  });
}

async function changeProfile(c: Visit) {
  const { shop } = c.var;
  const person = signedIn(c);
  const form = await readForm(c, ProfileForm);
  if (form.fault) return await profilePage(c, form.fault);

  const { displayName, buysUnnamed, depositorName, instagram, phone, ...fields } = form.values;
  const found = addressIn(fields);
  const outcome = found.refusal ? found : await saveProfile(
    shop,
    { personId: person.id, requestId: form.identity },
    {
      ...{ displayName, depositorName, instagram, phone },
      buysUnnamed: buysUnnamed !== undefined,
      address: found.address,
    },
  );
  if (outcome.refusal) {
    return await profilePage(c, { refusal: outcome.refusal, values: form.typed });
  }
  // The token carries the display name; a new one says the new name at once.
  await giveAccess(c, await shop.sessions.tokens, { ...person, displayName });
  return c.redirect("/profile?saved", 303);
}

async function showDevices(c: Visit) {
  const person = signedIn(c);
  const devices = await listDevices(c.var.shop, person);
  return page(c, {
    title: copy(c.var.language).sessions.title,
    body: <Sessions view={viewOf(c)} devices={devices} />,
  });
}

/** Ends one session, or all of them, this one included. */
async function revoke(c: Visit, sessionId?: string) {
  const person = signedIn(c);
  if (sessionId !== undefined && !isUuid(sessionId)) throw new Refused({ code: "NOT_YOURS" });
  await revokeSessions(c.var.shop.platform.database, person.id, sessionId);
  if (sessionId === undefined || sessionId === person.sessionId) {
    forget(c);
    return c.redirect("/", 303);
  }
  return c.redirect("/sessions", 303);
}

const year_seconds = 365 * 24 * 3600;

async function changeLanguage(c: Visit) {
  const form = await readForm(
    c,
    z.strictObject({ locale: z.enum(locales), from: z.string().optional() }),
  );
  if (form.fault) throw new Refused(form.fault.refusal);
  setCookie(c, "locale", form.values.locale, {
    path: "/",
    sameSite: "Lax",
    secure: c.var.shop.platform.configuration.secureCookies,
    maxAge: year_seconds,
  });
  return c.redirect(ownPath(form.values.from), 303);
}
