import { deepEqual, match, notEqual } from "node:assert/strict";

const folder = ".github/workflows";

for await (const { name } of Deno.readDir(folder)) {
  const text = await Deno.readTextFile(`${folder}/${name}`);

  Deno.test(`${name} runs nothing that can become something else`, () => {
    const used = [...text.matchAll(/(?:uses|container|image): *(\S+)/g)].map(([, what]) => what!);
    notEqual(used.length, 0);
    deepEqual(used.filter((what) => !/@([0-9a-f]{40}|sha256:[0-9a-f]{64})$/.test(what)), []);
  });

  Deno.test(`${name} lets nothing fail quietly, and may change nothing`, () => {
    deepEqual(
      text.match(/continue-on-error|\|\| *true|if: *always|set \+e|--passWithNoTests/g),
      null,
    );
    match(text, /^permissions:\n {2}contents: read\n\n/m);
  });
}

Deno.test("the forge runs what everybody runs", async () => {
  match(await Deno.readTextFile(`${folder}/ci.yml`), /^ {6}- run: \.ci\/run$/m);
});
