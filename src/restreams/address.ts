/**
 * Whether an address is of no public network: this machine, a local network, or nothing that one can
 * connect to. What is not an address is private, too.
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").toLowerCase();
  if (bare.includes(":")) return isPrivate6(bare);
  const parts = bare.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return true;
  return isPrivate4(parts as [number, number, number, number]);
}

/** Whether a name can only be of this machine or this network. */
export function isPrivateName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return !name.includes(".") ||
    /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid)$/.test(name);
}

// RFC 6890 and what came after it.
function isPrivate4([one, two, three]: [number, number, number, number]): boolean {
  return one === 0 || one === 10 || one === 127 || one >= 224 ||
    (one === 100 && two >= 64 && two < 128) ||
    (one === 169 && two === 254) ||
    (one === 172 && two >= 16 && two < 32) ||
    (one === 192 && two === 168) ||
    (one === 192 && two === 0 && (three === 0 || three === 2)) ||
    (one === 198 && (two === 18 || two === 19 || (two === 51 && three === 100))) ||
    (one === 203 && two === 0 && three === 113);
}

// Only 2000::/3 is public; of it, not what carries addresses of version 4, and not the examples.
function isPrivate6(address: string): boolean {
  const [first = "", second = ""] = address.split(":");
  if (!/^[23][0-9a-f]{3}$/.test(first)) return true;
  if (first === "2002" || first === "3fff") return true;
  return first === "2001" && /^(0{0,4}|0?db8)$/.test(second);
}
