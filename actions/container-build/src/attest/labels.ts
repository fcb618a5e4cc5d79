import type { BaseImage } from "../bases/settle-bases.ts";
import type { Source } from "../request/source.ts";

const PREFIX = "org.opencontainers.image.";

/** Labels of the OCI that follow from the build; what the user gives wins. The same commit gives the same ones, whatever its tags. */
export function imageLabels(
  { source, bases }: { readonly source: Source; readonly bases: readonly BaseImage[] },
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const base = bases.find(({ role }) => role === "final");
  const tag = base?.tag === undefined ? "" : `:${base.tag}`;
  const own: readonly (readonly [string, string | undefined])[] = [
    ["created", new Date(source.epoch * 1000).toISOString().replace(".000Z", "Z")],
    ["revision", source.revision],
    ["source", source.repository],
    ["base.name", base === undefined ? undefined : `${base.name}${tag}`],
    ["base.digest", base?.digest],
  ];
  const labels = new Map<string, string>();
  for (const [name, value] of own) if (value !== undefined) labels.set(PREFIX + name, value);
  return new Map([...labels, ...given]);
}
