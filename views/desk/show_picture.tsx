import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Field } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Picture } from "../kit/picture.tsx";
import type { Fault, View } from "../kit/view.ts";
import { Panel } from "./desk_page.tsx";
import { picture_types } from "./product_pictures.tsx";
import type { DeskShow } from "./types.ts";

export function ShowPicture({ view, show, fault }: { view: View; show: DeskShow; fault?: Fault }) {
  const t = copy(view.locale).desk.shows;
  const path = `/desk/shows/${show.id}`;
  return (
    <Panel title={t.picture} id="picture">
      {show.picture && (
        <Form view={view} action={`${path}/picture-removal`} class="desk-show-picture">
          <Picture file={show.picture} shape="wide" />
          <Button kind="quiet" size="small" icon="trash">{t.removePicture}</Button>
        </Form>
      )}
      <Form view={view} action={`${path}/pictures`} class="desk-line-form" files>
        <Field
          view={view}
          id="choose-picture"
          name="picture"
          type="file"
          label={t.picture}
          hint={t.pictureHint}
          accept={picture_types}
          fault={fault}
          required
        />
        <Button kind="secondary">{t.upload}</Button>
      </Form>
    </Panel>
  );
}
