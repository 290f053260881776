/**
 * Parameters of a statement as the drivers take them.
 * @throws TypeError when one is an object: each driver would make something else of it
 */
export function parametersOf(parameters: readonly unknown[] = []): unknown[] {
  parameters.forEach(refuseObjects);
  return [...parameters];
}

function refuseObjects(value: unknown, index: number): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value) || value instanceof Uint8Array) return;
  throw new TypeError(`Parameter $${index + 1} is an object; JSON and times travel as text`);
}
