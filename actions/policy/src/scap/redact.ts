/** Elements whose text says on which machine the checker ran, in XCCDF, OVAL and asset identification, without prefix. */
const HOST_ELEMENTS: ReadonlySet<string> = new Set([
  "target",
  "target-address",
  "primary_host_name",
  "interface_name",
  "ip_address",
  "mac_address",
  "ip-v4",
  "ip-v6",
  "mac-address",
  "fqdn",
  "hostname",
]);

/** Names of facts that do so. */
const HOST_FACTS = [
  "identifier:host_name",
  "identifier:fqdn",
  "identifier:mac",
  "identifier:ipv4",
  "identifier:ipv6",
];
const REDACTED = "redacted";

/**
 * The results without the name and the addresses of the machine that the checker ran on: they go into evidence that others see, and
 * say nothing of the image. Elements stay, so that the document stays valid.
 */
export function withoutHost(xml: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    const end = xml.indexOf(">", at);
    if (end < 0) break;
    const tag = xml.slice(at + 1, end);
    if (!isHostTag(tag)) continue;
    const next = xml.indexOf("<", end);
    if (next < 0) break;
    // What holds other elements has no text of its own.
    if (xml.charAt(next + 1) !== "/" || xml.slice(end + 1, next).trim() === "") continue;
    parts.push(xml.slice(from, end + 1), REDACTED);
    from = next;
  }
  return parts.join("") + xml.slice(from);
}

function isHostTag(tag: string): boolean {
  if (tag.startsWith("/") || tag.endsWith("/")) return false;
  const space = tag.search(/\s/u);
  const name = space < 0 ? tag : tag.slice(0, space);
  const local = name.slice(name.indexOf(":") + 1);
  if (HOST_ELEMENTS.has(local)) return true;
  return local === "fact" && HOST_FACTS.some((fact) => tag.includes(fact));
}
