import { toolProducts, type ToolProduct } from "@plimsoll/model/tools";

/** An image pattern, compiled. */
export interface ImagePattern {
  readonly pattern: RegExp;
  readonly product: ToolProduct;
}

/** A label that is a trace. Without a value any value is. */
export interface LabelSignal {
  readonly value: string | undefined;
  readonly product: ToolProduct;
}

/** The signals of all products, by what is looked up. */
export interface ProductIndex {
  readonly charts: ReadonlyMap<string, readonly ToolProduct[]>;
  readonly groups: ReadonlyMap<string, readonly ToolProduct[]>;
  /** Kinds of products that name no API group. */
  readonly kinds: ReadonlyMap<string, readonly ToolProduct[]>;
  readonly labels: ReadonlyMap<string, readonly LabelSignal[]>;
  readonly namespaces: ReadonlyMap<string, readonly ToolProduct[]>;
  readonly images: readonly ImagePattern[];
  /** Paths below the Iron Bank project. */
  readonly ironBank: ReadonlyMap<string, readonly ToolProduct[]>;
  readonly actions: ReadonlyMap<string, readonly ToolProduct[]>;
  /** Beginnings of action names, as of `owner/*`. */
  readonly actionPrefixes: readonly { readonly prefix: string; readonly product: ToolProduct }[];
  readonly commands: ReadonlyMap<string, readonly ToolProduct[]>;
}

let made: ProductIndex | undefined;

/** The index, made when somebody asks for it. */
export function productIndex(): ProductIndex {
  return (made ??= makeIndex(toolProducts()));
}

function makeIndex(products: readonly ToolProduct[]): ProductIndex {
  const actions = (product: ToolProduct): readonly string[] => product.ci.actions ?? [];
  return {
    charts: mapBy(products, ({ signals }) => signals.helmCharts ?? []),
    groups: mapBy(products, ({ signals }) => signals.apiGroups ?? []),
    kinds: mapBy(products, ({ signals }) => (signals.apiGroups === undefined ? (signals.kinds ?? []) : [])),
    labels: labelIndex(products),
    namespaces: mapBy(products, ({ signals }) => signals.namespaces ?? []),
    images: products.flatMap((product) =>
      [...(product.signals.imagePatterns ?? []), ...(product.ci.images ?? []).map(escaped)].map(
        (pattern) => ({
          pattern: new RegExp(pattern, "u"),
          product,
        }),
      ),
    ),
    ironBank: mapBy(products, ({ ironBankPaths }) => ironBankPaths),
    actions: mapBy(products, (product) => actions(product).filter((name) => !name.endsWith("*"))),
    actionPrefixes: products.flatMap((product) =>
      actions(product).flatMap((name) =>
        name.endsWith("*") ? [{ prefix: name.slice(0, -1), product }] : [],
      ),
    ),
    commands: mapBy(products, ({ ci }) => ci.clis ?? []),
  };
}

function labelIndex(products: readonly ToolProduct[]): ReadonlyMap<string, readonly LabelSignal[]> {
  const index = new Map<string, LabelSignal[]>();
  for (const product of products) {
    for (const label of product.signals.labels ?? []) {
      const equals = label.indexOf("=");
      const key = equals < 0 ? label : label.slice(0, equals);
      const signal = { value: equals < 0 ? undefined : label.slice(equals + 1), product };
      const known = index.get(key);
      if (known === undefined) index.set(key, [signal]);
      else known.push(signal);
    }
  }
  return index;
}

function mapBy(
  products: readonly ToolProduct[],
  keysOf: (product: ToolProduct) => readonly string[],
): ReadonlyMap<string, readonly ToolProduct[]> {
  const index = new Map<string, ToolProduct[]>();
  for (const product of products) {
    for (const key of keysOf(product)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [product]);
      else known.push(product);
    }
  }
  return index;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}
