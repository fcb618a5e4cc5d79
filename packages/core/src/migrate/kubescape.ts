import { dayNumber } from "../config/calendar.ts";
import { entryOf, isRecord, listOf, textOf } from "../config/plain-value.ts";
import { SettingsReader } from "./settings-reader.ts";
import type { PeerException, PeerSetting, SettingEffect, SettingsFile, TextMatch } from "./setting.ts";

/** Finds a control's id by its name, as exceptions may name it. */
export type ControlIdOf = (name: string) => string | undefined;

const MAXIMUM_PAIRS = 10_000;

/** Reads exceptions of Kubescape: each pair of a resource and a policy is one exception. */
export function readKubescape(file: SettingsFile, controlIdOf: ControlIdOf): readonly PeerSetting[] {
  const reader = new SettingsReader("kubescape", file);
  const items = listOf(reader.value);
  let pairs = 0;
  for (const [index, item] of items.entries()) {
    const name = textOf(entryOf(item, "name")) ?? `number ${index + 1}`;
    const more = {
      ...part("statement", textOf(entryOf(item, "reason"))),
      ...part("expires", expiryOf(item)),
    };
    for (const policy of listOf(entryOf(item, "posturePolicies"))) {
      const control = controlOf(policy, controlIdOf);
      for (const resource of listOf(entryOf(item, "resources"))) {
        pairs += 1;
        if (pairs > MAXIMUM_PAIRS) break;
        const words = `${name}: ${control ?? "a framework"} for ${describe(resource)}`;
        reader.add([index], words, effectOf(control, resource, more));
      }
    }
  }
  if (pairs > MAXIMUM_PAIRS)
    reader.add([], "further exceptions", {
      kind: "none",
      reason: `More than ${MAXIMUM_PAIRS} are not read.`,
    });
  return reader.settings;
}

function controlOf(policy: unknown, controlIdOf: ControlIdOf): string | undefined {
  const id = textOf(entryOf(policy, "controlID"));
  if (id !== undefined && id !== "") return id;
  const name = textOf(entryOf(policy, "controlName"));
  return name === undefined ? undefined : (controlIdOf(name) ?? name);
}

const NO_CONTROL = "It names a framework or a rule and no control; write waivers for single rules of ours.";

function effectOf(
  control: string | undefined,
  resource: unknown,
  more: Pick<PeerException, "statement" | "expires">,
): SettingEffect {
  if (control === undefined) return { kind: "none", reason: NO_CONTROL };
  const attributes = entryOf(resource, "attributes");
  if (textOf(entryOf(resource, "designatorType")) !== "Attributes" || !isRecord(attributes))
    return { kind: "none", reason: "Only resources by attributes are carried over." };
  const { kind, name, namespace, cluster, ...labels } = attributes;
  if (Object.keys(labels).length > 0)
    return { kind: "none", reason: "A waiver cannot choose objects by labels; name them." };
  if (cluster !== undefined && cluster !== "" && cluster !== ".*")
    return { kind: "none", reason: "A file does not say for which cluster it is." };
  const names = pattern(name);
  return {
    kind: "exception",
    exception: {
      checks: [control],
      ...part("kind", pattern(kind)),
      ...part("namespace", pattern(namespace)),
      ...(names === undefined ? {} : { names: [names] }),
      ...more,
    },
  };
}

/** Values are regular expressions over the whole text; plain ones are names. */
function pattern(value: unknown): TextMatch | undefined {
  const text = textOf(value);
  if (text === undefined || text === "" || text === ".*") return undefined;
  return { mode: /^[A-Za-z0-9:/-]+$/.test(text) ? "equals" : "pattern", text };
}

function expiryOf(item: unknown): string | undefined {
  const date = textOf(entryOf(item, "expirationDate"))?.slice(0, 10);
  return date === undefined || dayNumber(date) === undefined ? undefined : date;
}

function describe(resource: unknown): string {
  const attributes = entryOf(resource, "attributes");
  if (!isRecord(attributes)) return "a resource";
  return (
    ["kind", "namespace", "name"].flatMap((key) => textOf(attributes[key]) ?? []).join(" ") ||
    "every resource"
  );
}

function part<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  const found: { [K in Key]?: Value } = {};
  if (value !== undefined) found[key] = value;
  return found;
}
