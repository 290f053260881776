import { copy } from "../copy/mod.ts";
import { Field, Select } from "../kit/field.tsx";
import type { Fault, View } from "../kit/view.ts";
import { states } from "./states.ts";
import type { Address } from "./types.ts";

interface Props {
  view: View;
  address?: Partial<Address> | null;
  phone?: string | null;
  fault?: Fault;
  /** An order needs one; a profile may be without. */
  required?: boolean;
}

/**
 * An address of the US or of Korea. The stylesheet puts away what the chosen country does not
 * have; the server ignores it.
 */
export function AddressFields({ view, address, phone, fault, required }: Props) {
  const t = copy(view.locale).checkout;
  const usual = view.locale === "ko" ? "KR" : "US";
  const shared = { view, fault, required };
  return (
    <div class="fields address">
      <Select
        {...shared}
        name="country"
        label={t.country}
        value={address?.country ?? usual}
        autocomplete="country"
        options={[{ value: "KR", text: t.countries.KR }, { value: "US", text: t.countries.US }]}
      />
      <Field
        {...shared}
        name="name"
        label={t.recipient}
        value={address?.name}
        autocomplete="name"
        maxlength={100}
        half
      />
      <Field
        {...shared}
        name="phone"
        label={t.phone}
        hint={t.phoneHint}
        value={phone}
        type="tel"
        autocomplete="tel"
        inputmode="tel"
        maxlength={30}
        half
      />
      <Field
        {...shared}
        name="postalCode"
        label={t.postalCode}
        hint={t.postalHint}
        value={address?.postalCode}
        autocomplete="postal-code"
        inputmode="numeric"
        maxlength={10}
      />
      <Field
        {...shared}
        name="line1"
        label={t.line1}
        hint={t.line1Hint}
        value={address?.line1}
        autocomplete="address-line1"
        maxlength={120}
      />
      <Field
        {...shared}
        required={false}
        name="line2"
        label={t.line2}
        value={address?.line2}
        autocomplete="address-line2"
        maxlength={120}
      />
      <div class="fields only-us">
        <Field
          {...shared}
          required={false}
          name="city"
          label={t.city}
          value={address?.city}
          autocomplete="address-level2"
          maxlength={80}
          half
        />
        <Select
          {...shared}
          required={false}
          name="state"
          label={t.state}
          value={address?.state}
          none={t.stateNone}
          autocomplete="address-level1"
          options={states.map(([value, text]) => ({ value, text }))}
          half
        />
      </div>
    </div>
  );
}

/** An address as it is written on a parcel, line by line. */
export function AddressText({ view, address, phone }: {
  view: View;
  address: Address;
  phone?: string | null;
}) {
  const { name, country, postalCode, line1, line2, city, state } = address;
  const lines = country === "KR"
    ? [name, `(${postalCode}) ${line1}`, line2]
    : [name, line1, line2, `${[city, state].filter(Boolean).join(", ")} ${postalCode}`];
  return (
    <address class="address-text">
      {[...lines, copy(view.locale).checkout.countries[country], phone]
        .filter(Boolean)
        .map((line) => <span key={line}>{line}</span>)}
    </address>
  );
}
