import { copy } from "../../copy/mod.ts";
import { Field, Select } from "../../kit/field.tsx";
import type { Fault, View } from "../../kit/view.ts";
import type { Target } from "../../../src/restreams/target.ts";

const services = ["youtube", "instagram", "tiktok", "other"] as const;
const sounds = ["copy", "transcode", "silent"] as const;

interface Props {
  view: View;
  /** The one that is changed; absent: it is a new one. */
  target?: Target;
  fault?: Fault;
}

/** What a target is made of. Its key is typed, and never shown. */
export function TargetFields({ view, target, fault }: Props) {
  const t = copy(view.locale).desk.restreams;
  const at = target?.id ?? "new";
  const common = { view, fault };
  return (
    <div class="fields">
      <Field
        {...common}
        id={`name-${at}`}
        name="name"
        label={t.name}
        value={target?.name}
        placeholder={t.namePlaceholder}
        maxlength={100}
        autocomplete="off"
        required
        half
      />
      {!target && (
        <Select
          {...common}
          id={`service-${at}`}
          name="service"
          label={t.service}
          options={services.map((value) => ({ value, text: t.services[value] }))}
          half
        />
      )}
      <Field
        {...common}
        id={`url-${at}`}
        name="url"
        label={t.server}
        hint={target ? t.serverChangeHint : t.serverHint}
        value={target?.url}
        placeholder="rtmps://"
        maxlength={300}
        autocomplete="off"
        inputmode="text"
        required={target !== undefined}
      />
      <Field
        {...common}
        id={`key-${at}`}
        name="key"
        label={t.key}
        hint={target ? t.keyChangeHint : t.keyHint}
        maxlength={300}
        autocomplete="off"
        required={!target}
      />
      <Select
        {...common}
        id={`sound-${at}`}
        name="sound"
        label={t.sound}
        value={target?.sound}
        options={sounds.map((value) => ({ value, text: t.sounds[value] }))}
        half
      />
    </div>
  );
}
