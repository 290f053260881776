/** A bucket of R2, as far as the shop knows one, in a folder. */
export default function bucket({ disk }) {
  const at = (name) => `http://disk/${encodeURIComponent(name)}`;
  return {
    async put(name, bytes) {
      await disk.fetch(at(name), { method: "PUT", body: bytes });
    },
    async get(name) {
      const found = await disk.fetch(at(name));
      return found.ok ? { arrayBuffer: () => found.arrayBuffer() } : null;
    },
    async delete(name) {
      await disk.fetch(at(name), { method: "DELETE" });
    },
  };
}
