import { partsOf, podsOf, type Resource } from "@plimsoll/core";
import {
  asSequence,
  asScalar,
  CONTAINER_LISTS,
  getEntry,
  asMap,
  getNode,
  replaceScalar,
  scalarText,
  type Span,
  type YamlDocument,
  type YamlNode,
} from "@plimsoll/syntax";
import { shortSpan } from "../shared-objects/spans.ts";
import { isSwitch, type Component, type ComponentRun, type Flag } from "./component-run.ts";
import { componentOf, imageFacts, isShell, startOf } from "./components.ts";
import {
  appendWord,
  containerWords,
  scriptWords,
  type ContainerWord,
  type WordList,
} from "./container-words.ts";
import { itemFinder } from "./places.ts";
import { readFlags, type CommandWord, type WordFlag } from "./words.ts";

/** The components that the containers of an object start. */
export function containerRuns(resource: Resource, defaultMinor: number): readonly ComponentRun[] {
  return containersOf(resource).flatMap((container) => {
    const run = readContainer(resource.document.document, container, defaultMinor);
    return run === undefined ? [] : [run];
  });
}

/** The containers of an object's pods; where it has none, those of `spec.template.spec`, whatever the kind. */
function containersOf(resource: Resource): readonly YamlNode[] {
  const known = partsOf(resource, "containers", podsOf(resource)).map(({ node }) => node);
  if (known.length > 0) return known;
  const spec = getNode(resource.node, ["spec", "template", "spec"]);
  return CONTAINER_LISTS.flatMap((list) =>
    (asSequence(getNode(spec, [list]))?.items ?? []).filter((item) => asMap(item) !== undefined),
  );
}

/** The words behind the name of a component, and what is known of the place. */
interface Started {
  readonly component: Component;
  readonly words: readonly CommandWord[];
  readonly isScript: boolean;
}

function readContainer(
  document: YamlDocument,
  container: YamlNode,
  defaultMinor: number,
): ComponentRun | undefined {
  const command = containerWords(document, container, "command");
  const args = containerWords(document, container, "args");
  const image = imageFacts(scalarText(getNode(container, ["image"])) ?? "");
  const started = startedBy(
    document,
    [...command, ...args],
    command.length === 0 ? image.component : undefined,
  );
  if (started === undefined) return undefined;
  const { component } = started;
  const { flags, hasUnknown } = flagsOf(document, container, started);
  const list: WordList =
    command.length === 0 || args.some(({ raw }) => raw.startsWith("-")) ? "args" : "command";
  const isOwnImage = image.component === undefined || image.component === component;
  return {
    component,
    minor: (isOwnImage ? image.minor : undefined) ?? defaultMinor,
    source: "command",
    flags,
    isOpenFor: (flag) => hasUnknown || isSaidElsewhere(component, flags, flag),
    implied: () => undefined,
    at: missingAt(container, list),
    subject: scalarText(getNode(container, ["name"])) ?? component,
    labelOf: (flag) => `--${flag}`,
    add: (flag, value) =>
      started.isScript ? [] : appendWord(document, container, list, `--${flag}=${value}`),
  };
}

function flagsOf(
  document: YamlDocument,
  container: YamlNode,
  { component, words }: Started,
): { readonly flags: ReadonlyMap<string, Flag>; readonly hasUnknown: boolean } {
  const { flags: found, hasUnknown } = readFlags(words, isSwitch);
  const flags = new Map<string, Flag>();
  if (component === "etcd") for (const flag of etcdVariables(document, container)) flags.set(flag.name, flag);
  for (const flag of found) flags.set(flag.name, flagOf(flag));
  return { flags, hasUnknown };
}

function startedBy(
  document: YamlDocument,
  words: readonly ContainerWord[],
  ofImage: Component | undefined,
): Started | undefined {
  const start = startOf(words.map(({ text }) => text));
  if (start !== undefined) {
    return { component: start.component, words: words.slice(start.rest), isScript: false };
  }
  const script = scriptOf(words);
  if (script !== undefined) {
    const inScript = scriptWords(document, script, (name) => componentOf(name) !== undefined);
    const component = componentOf(inScript?.[0]?.raw ?? "");
    return component === undefined || inScript === undefined
      ? undefined
      : { component, words: inScript.slice(1), isScript: true };
  }
  return ofImage === undefined ? undefined : { component: ofImage, words, isScript: false };
}

/** The word that a shell reads as a script, or a first word that is a whole command line. */
function scriptOf(words: readonly ContainerWord[]): ContainerWord | undefined {
  const [first] = words;
  const text = first?.text ?? "";
  if (/\s/.test(text)) return first;
  if (!isShell(text)) return undefined;
  const option = words.findIndex(
    ({ raw }) => raw.startsWith("-") && !raw.startsWith("--") && raw.includes("c"),
  );
  return option < 0 ? undefined : words[option + 1];
}

function flagOf(flag: WordFlag): Flag {
  const { name, value, at, nameWord, valueWord } = flag;
  const written = nameWord.raw.slice(0, nameWord.raw.includes("=") ? nameWord.raw.indexOf("=") : undefined);
  return {
    name,
    label: `--${name}`,
    value,
    at,
    placeOf: itemFinder(value ?? "", at),
    setTo: (next) =>
      valueWord === undefined ? nameWord.replace(`${written}=${next}`) : valueWord.replace(next),
    drop: () => {
      const edits = nameWord.remove();
      return valueWord === undefined || edits.length === 0 ? edits : [...edits, ...valueWord.remove()];
    },
  };
}

/** Whether a flag that is not given may be set in a file that the component reads. */
function isSaidElsewhere(component: Component, flags: ReadonlyMap<string, Flag>, flag: string): boolean {
  if (component === "etcd") return flags.has("config-file");
  if (component === "kube-proxy") return flags.has("config");
  // A kubelet is normally set by a file: only one that is set by flags alone has the defaults of flags.
  if (component === "kubelet") return flags.size === 0 || flags.has("config") || flags.has("config-dir");
  if (component === "kube-scheduler") return flag === "profiling" && flags.has("config");
  if (component !== "kube-apiserver") return false;
  if (flag === "authorization-mode") return flags.has("authorization-config");
  return flag === "anonymous-auth" && flags.has("authentication-config");
}

/** etcd reads every flag from a variable too: `ETCD_CLIENT_CERT_AUTH` is `--client-cert-auth`. */
function etcdVariables(document: YamlDocument, container: YamlNode): readonly Flag[] {
  return (asSequence(getNode(container, ["env"]))?.items ?? []).flatMap((item) => {
    const name = scalarText(getNode(item, ["name"])) ?? "";
    const value = asScalar(getNode(item, ["value"]));
    if (!name.startsWith("ETCD_")) return [];
    const flag = name.slice("ETCD_".length).toLowerCase().replaceAll("_", "-");
    return [
      {
        name: flag,
        label: name,
        value: scalarText(value),
        at: value ?? shortSpan(item),
        placeOf: () => value ?? shortSpan(item),
        setTo: (next: string) => (value === undefined ? [] : replaceScalar(document, value, next)),
        drop: () => [],
      },
    ];
  });
}

/** The key of the list that flags stand in; the image where there is no list. */
function missingAt(container: YamlNode, list: WordList): Span {
  const map = asMap(container);
  const entry = map === undefined ? undefined : (getEntry(map, list) ?? getEntry(map, "command"));
  return entry?.key ?? getNode(container, ["image"]) ?? shortSpan(container);
}
