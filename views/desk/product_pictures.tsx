import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Field } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Icon, type IconName } from "../kit/icon.tsx";
import { Picture } from "../kit/picture.tsx";
import type { Fault, View } from "../kit/view.ts";
import { Panel } from "./desk_page.tsx";
import type { DeskProduct, StoredPicture } from "./types.ts";

export const picture_types = "image/jpeg,image/png,image/gif,image/webp";

export function ProductPictures({ view, product, fault }: {
  view: View;
  product: DeskProduct;
  fault?: Fault;
}) {
  const t = copy(view.locale).desk.products;
  const path = `/desk/products/${product.id}/pictures`;
  const { pictures } = product;
  return (
    <Panel title={t.pictures} id="pictures">
      {pictures.length === 0 ? <p class="soft">{t.picturesNone}</p> : (
        <ol class="desk-pictures">
          {pictures.map((picture, at) => (
            <OnePicture
              key={picture.id}
              view={view}
              path={`${path}/${picture.id}`}
              picture={picture}
              place={at + 1}
              last={at === pictures.length - 1}
            />
          ))}
        </ol>
      )}
      <Form view={view} action={path} class="desk-line-form" files>
        <Field
          view={view}
          id="choose-pictures"
          name="pictures"
          type="file"
          label={t.choosePictures}
          hint={t.picturesHint}
          accept={picture_types}
          fault={fault}
          multiple
          required
        />
        <Button kind="secondary">{t.upload}</Button>
      </Form>
    </Panel>
  );
}

interface OneProps {
  view: View;
  path: string;
  picture: StoredPicture;
  /** From 1. */
  place: number;
  last: boolean;
}

function OnePicture({ view, path, picture, place, last }: OneProps) {
  const t = copy(view.locale).desk.products;
  return (
    <li>
      <Picture file={{ ...picture, alt: t.pictureOf(place) }} />
      <Form view={view} action={path} class="desk-picture-tools">
        <Tool value="earlier" icon="back" label={t.earlier(place)} disabled={place === 1} />
        <Tool value="later" icon="next" label={t.later(place)} disabled={last} />
        <Tool value="away" icon="trash" label={t.removePicture(place)} />
      </Form>
    </li>
  );
}

function Tool({ value, icon, label, disabled }: {
  value: "earlier" | "later" | "away";
  icon: IconName;
  label: string;
  disabled?: boolean;
}) {
  return (
    <button
      type="submit"
      class="desk-tool"
      name="to"
      value={value}
      aria-label={label}
      disabled={disabled}
    >
      <Icon name={icon} />
    </button>
  );
}
