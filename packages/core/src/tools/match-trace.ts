import type { ToolProduct } from "@plimsoll/model/tools";
import type { ImageMirror } from "../config/image-policy.ts";
import { productIndex } from "./product-index.ts";
import type { ToolTrace, TraceKind } from "./tool-trace.ts";

/** Images longer than this are none. */
const MAXIMUM_IMAGE = 500;
/** Answers that are kept. */
const MAXIMUM_KNOWN = 50_000;
const IRON_BANK = "registry1.dso.mil/ironbank/";

/** Names of charts that many products use: they count only where a chart is meant, not a folder or a repository. */
const COMMON_CHARTS: ReadonlySet<string> = new Set([
  "base",
  "cni",
  "core",
  "crd",
  "enforcer",
  "enterprise",
  "feeds",
  "gateway",
  "monitor",
  "monitoring",
  "shield",
]);

const LOOKUPS: Readonly<Record<Exclude<TraceKind, "image">, (text: string) => readonly ToolProduct[]>> = {
  chart: (text) => productIndex().charts.get(text) ?? [],
  api: apiProducts,
  label: labelProducts,
  namespace: namespaceProducts,
  pipeline: pipelineProducts,
};

/** Says which products a trace is of. The same texts are asked for by the thousand, so answers are kept. */
export class TraceMatcher {
  readonly #mirrors: readonly ImageMirror[];
  readonly #images = new Map<string, readonly ToolProduct[]>();
  readonly #others = new Map<string, readonly ToolProduct[]>();

  constructor(mirrors: readonly ImageMirror[]) {
    this.#mirrors = mirrors;
  }

  /** Whether so many texts were asked for that another should be made. */
  get isFull(): boolean {
    return this.#images.size + this.#others.size > MAXIMUM_KNOWN;
  }

  productsOf({ by, text, loose }: Pick<ToolTrace, "by" | "text" | "loose">): readonly ToolProduct[] {
    if (by === "image") return this.#imageProducts(text);
    if (by === "chart" && loose === true && COMMON_CHARTS.has(text)) return [];
    const key = `${by} ${text}`;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const found = LOOKUPS[by](text);
    this.#others.set(key, found);
    return found;
  }

  #imageProducts(text: string): readonly ToolProduct[] {
    if (text.length > MAXIMUM_IMAGE) return [];
    const known = this.#images.get(text);
    if (known !== undefined) return known;
    const image = this.#upstream(text);
    const { images, ironBank } = productIndex();
    const found = new Set(images.filter(({ pattern }) => pattern.test(image)).map(({ product }) => product));
    if (image.startsWith(IRON_BANK)) {
      for (const product of ironBank.get(withoutTag(image.slice(IRON_BANK.length))) ?? []) found.add(product);
    }
    const products = [...found];
    this.#images.set(text, products);
    return products;
  }

  /** The reference before it was mirrored. */
  #upstream(text: string): string {
    const mirror = this.#mirrors.find(({ to }) => to !== "" && text.startsWith(to));
    return mirror === undefined ? text : mirror.from + text.slice(mirror.to.length);
  }
}

function withoutTag(path: string): string {
  const at = path.indexOf("@");
  const name = at < 0 ? path : path.slice(0, at);
  const colon = name.lastIndexOf(":");
  return colon > name.lastIndexOf("/") ? name.slice(0, colon) : name;
}

/** `group/Kind`: where several products share a group, or Kubernetes owns it, the kind decides. */
function apiProducts(text: string): readonly ToolProduct[] {
  const slash = text.indexOf("/");
  const group = text.slice(0, slash);
  const kind = text.slice(slash + 1);
  const { groups, kinds } = productIndex();
  const sharing = groups.get(group) ?? [];
  const isShared = sharing.length > 1 || group.endsWith(".k8s.io");
  const ofGroup = sharing.filter(
    ({ signals }) => signals.kinds?.includes(kind) ?? (!isShared || group === "security.istio.io"),
  );
  const alone = !isShared && ofGroup.length === 0 ? sharing : ofGroup;
  return [...alone, ...(kinds.get(kind) ?? [])];
}

function labelProducts(text: string): readonly ToolProduct[] {
  const equals = text.indexOf("=");
  const value = text.slice(equals + 1);
  const signals = productIndex().labels.get(text.slice(0, equals)) ?? [];
  return signals
    .filter((signal) => signal.value === undefined || signal.value === value)
    .map(({ product }) => product);
}

/** A namespace that products of different charts name, such as `logging`, says nothing. */
function namespaceProducts(text: string): readonly ToolProduct[] {
  const products = productIndex().namespaces.get(text) ?? [];
  return new Set(products.map(({ category }) => category)).size > 1 ? [] : products;
}

function pipelineProducts(text: string): readonly ToolProduct[] {
  const { actions, actionPrefixes, commands } = productIndex();
  if (text.startsWith("uses ")) {
    const name = text.slice("uses ".length);
    const prefixed = actionPrefixes
      .filter(({ prefix }) => name.startsWith(prefix))
      .map(({ product }) => product);
    return [...(actions.get(name) ?? []), ...prefixed];
  }
  const words = text.slice("runs ".length).split(" ");
  return words.flatMap((_, index) => commands.get(words.slice(0, index + 1).join(" ")) ?? []);
}
