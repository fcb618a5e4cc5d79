import { parseImageReference } from "@plimsoll/syntax";
import type { Component } from "./component-run.ts";

const COMPONENTS: ReadonlyMap<string, Component> = new Map<string, Component>([
  ["kube-apiserver", "kube-apiserver"],
  ["kube-controller-manager", "kube-controller-manager"],
  ["kube-scheduler", "kube-scheduler"],
  ["kube-proxy", "kube-proxy"],
  ["kubelet", "kubelet"],
  ["etcd", "etcd"],
]);

/** Names that `hyperkube`, one binary for all components, knows besides. */
const HYPERKUBE: ReadonlyMap<string, Component> = new Map<string, Component>([
  ["apiserver", "kube-apiserver"],
  ["controller-manager", "kube-controller-manager"],
  ["scheduler", "kube-scheduler"],
  ["proxy", "kube-proxy"],
]);

/** Programs that start the program that is named among their arguments. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...[
    "go-runner",
    "tini",
    "dumb-init",
    "catatonit",
    "env",
    "exec",
    "nice",
    "ionice",
    "nsenter",
    "chroot",
    "taskset",
  ],
  ...["numactl", "flock", "timeout", "nohup", "setpriv", "systemd-run"],
]);

const SHELLS: ReadonlySet<string> = new Set(["sh", "bash", "ash", "dash"]);

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The component of a program's path; undefined where it is none. */
export function componentOf(program: string): Component | undefined {
  return COMPONENTS.get(baseName(program));
}

/** Whether the program is a shell, which reads a script after `-c`. */
export function isShell(program: string): boolean {
  return SHELLS.has(baseName(program));
}

/** A component that a list of words starts, and the number of the first word behind its name. */
export interface Start {
  readonly component: Component;
  readonly rest: number;
}

/** The component that words start, through `hyperkube` and wrappers too. */
export function startOf(words: readonly (string | undefined)[]): Start | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  const own = componentOf(first);
  if (own !== undefined) return { component: own, rest: 1 };
  const program = baseName(first);
  if (program === "hyperkube") return hyperkubeStart(words);
  if (!WRAPPERS.has(program)) return undefined;
  for (const [index, word] of words.entries()) {
    const component = index === 0 || word === undefined ? undefined : componentOf(word);
    if (component !== undefined) return { component, rest: index + 1 };
  }
  return undefined;
}

function hyperkubeStart(words: readonly (string | undefined)[]): Start | undefined {
  const name = words[1] ?? "";
  const component = COMPONENTS.get(name) ?? HYPERKUBE.get(name);
  return component === undefined ? undefined : { component, rest: 2 };
}

/** What the name of a container's image says: the component that it holds, and the version of Kubernetes. */
export interface ImageFacts {
  readonly component: Component | undefined;
  readonly minor: number | undefined;
}

/** What the names of old images end with. */
const ARCHITECTURES: readonly string[] = ["-amd64", "-arm64", "-arm", "-ppc64le", "-s390x"];

const KUBERNETES_IMAGES: ReadonlySet<string> = new Set(["hyperkube", "hardened-kubernetes"]);

/** Reads the component and version out of an image reference such as `registry.k8s.io/kube-apiserver:v1.31.2`. */
export function imageFacts(reference: string): ImageFacts {
  // All those names have one of these in them, and few images do.
  if (!reference.includes("kube") && !reference.includes("etcd"))
    return { component: undefined, minor: undefined };
  const parsed = parseImageReference(reference);
  if (!parsed.ok) return { component: undefined, minor: undefined };
  const { repository, tag = "" } = parsed.reference;
  const base = baseName(repository);
  const architecture = ARCHITECTURES.find((suffix) => base.endsWith(suffix)) ?? "";
  const name = base.slice(0, base.length - architecture.length);
  const component = COMPONENTS.get(name);
  const isKubernetes = KUBERNETES_IMAGES.has(name) || (component !== undefined && component !== "etcd");
  return { component, minor: isKubernetes ? minorOf(tag) : undefined };
}

/** The minor version of `v1.31.2` or `1.31`; undefined for anything else. */
export function minorOf(version: string): number | undefined {
  const plain = version.startsWith("v") ? version.slice(1) : version;
  const [major, minor = ""] = plain.split(".", 2);
  if (major !== "1" || minor === "" || minor.length > 3) return undefined;
  const number = Number(minor);
  return Number.isInteger(number) ? number : undefined;
}
