import * as fc from "fast-check";

/** Where the promoted digest stands in a generated text; replaced by the old one before and by the new one afterwards. */
export const MARK = "@@DIGEST@@";
export const NAME = "registry.example/team/app";
export const OLD: string = `sha256:${"a".repeat(64)}`;

/** A generated file: its path, and its text with a mark at each place that pins the image. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

type Quote = "plain" | "single" | "double";

const quote: fc.Arbitrary<Quote> = fc.constantFrom("plain", "single", "double");

function quoted(text: string, style: Quote): string {
  if (style === "plain") return text;
  return style === "single" ? `'${text}'` : `"${text}"`;
}

/** Values that stand beside the image and must stay: odd quotes, anchors, aliases, decoys with the old digest. */
const neighbour: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "plain text",
    "'it''s'",
    String.raw`"tab\t and \u00e9 and \"quotes\""`,
    "0o17",
    "~",
    '""',
    "{}",
    "[]",
    "[a, 'b', \"c\"]",
    "{x: 1, 'y': [2, 3]}",
    "&anchor value",
    "!!str 12",
    "ünïcödé 🚢",
    `other.example/team/app@${OLD}`,
    `registry.example/team/app2:1@${OLD}`,
    OLD,
    `'${OLD}'`,
  ),
  fc.stringMatching(/^[a-z][a-z0-9 .-]{0,20}[a-z]$/u),
);

const comment: fc.Arbitrary<string> = fc.constantFrom(
  "",
  "",
  " # pinned",
  ` # was ${OLD}`,
  "  #",
  ` # ${NAME}@${OLD} 'quote" {`,
);

const reference: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", ":1", ":v1.2.3", ":latest"), quote)
  .map(([tag, style]) => quoted(`${NAME}${tag}@${MARK}`, style));

const digest: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "", "&pin ", "!!str "), quote)
  .map(([properties, style]) => properties + quoted(MARK, style));
const name: fc.Arbitrary<string> = quote.map((style) => quoted(NAME, style));
const tag: fc.Arbitrary<string> = fc.constantFrom("v1", "'1.2'", '"1.10"', "1.2.3-rc1");

interface Layout {
  readonly indent: number;
  readonly listIndent: number;
  readonly flow: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom(1, 2, 3, 4, 8),
  listIndent: fc.constantFrom(0, 2),
  flow: fc.boolean(),
});

type Entry = readonly [key: string, value: string, comment?: string];

/** Keys and values with an indent, as a block. */
function block(entries: readonly Entry[], indent: number): readonly string[] {
  return entries.map(([key, value, words = ""]) => `${" ".repeat(indent)}${key}: ${value}${words}`);
}

function flow(entries: readonly Entry[]): string {
  return `{${entries.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
}

/** Lines of `keys` nested in one another around a body, which is laid out at its depth. */
function nested(
  keys: readonly string[],
  indent: number,
  body: (depth: number) => readonly string[],
): readonly string[] {
  return [...keys.map((key, depth) => `${" ".repeat(depth * indent)}${key}:`), ...body(keys.length * indent)];
}

/** Items of a list; the first line of each is led by its dash. */
function item(lines: readonly string[], depth: number): readonly string[] {
  return lines.map((line, index) => `${" ".repeat(depth)}${index === 0 ? "- " : "  "}${line}`);
}

/** The image's entries among neighbours of other names, so that the order is anything. */
function mixed(
  own: readonly Entry[],
  others: readonly (readonly [string, string])[],
  order: readonly number[],
): Entry[] {
  const beside = others.map(([value, words], index): Entry => [
    `other${index}`,
    value.replace("&anchor", `&a${index}`),
    words,
  ]);
  return [...own, ...beside]
    .map((entry, index) => ({ entry, rank: order[index] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

const neighbours = fc.array(fc.tuple(neighbour, comment), { maxLength: 4 });
const order = fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 });

/** A body of entries with the image among them, as lines at a depth or in flow style. */
const imageMap = (own: fc.Arbitrary<readonly Entry[]>) =>
  fc.tuple(own, neighbours, order, layout).map(([entries, others, ranks, form]) => ({
    entries: mixed(entries, others, ranks),
    form,
  }));

const containers = imageMap(fc.tuple(reference, comment).map(([value, words]) => [["image", value, words]]));
const kustomizeEntry = imageMap(
  fc
    .tuple(name, digest, tag, fc.boolean(), comment)
    .map(([text, pin, version, hasTag, words]): readonly Entry[] => [
      ["name", "placeholder"],
      ["newName", text],
      ...(hasTag ? [["newTag", version] as const] : []),
      ["digest", pin, words],
    ]),
);
const valuesMap = imageMap(
  fc.tuple(name, digest, tag, comment).map(([text, pin, version, words]): readonly Entry[] => [
    ["repository", text],
    ["tag", version],
    ["digest", pin, words],
  ]),
);

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ["apps/v1\nkind: Deployment", ["spec", "template", "spec", "containers"]],
  ["batch/v1\nkind: CronJob", ["spec", "jobTemplate", "spec", "template", "spec", "initContainers"]],
  ["argoproj.io/v1alpha1\nkind: Rollout", ["spec", "template", "spec", "containers"]],
  ["v1\nkind: Pod", ["spec", "ephemeralContainers"]],
];

const manifest = fc.tuple(containers, fc.constantFrom(...KINDS)).map(([{ entries, form }, [head, keys]]) => ({
  path: "apps/web.yaml",
  lines: [
    `apiVersion: ${head}`,
    ...nested(keys, form.indent, (depth) =>
      item(form.flow ? [flow(entries)] : block(entries, 0), depth + form.listIndent),
    ),
  ],
}));

const kustomization = kustomizeEntry.map(({ entries, form }) => ({
  path: "overlays/prod/kustomization.yaml",
  lines: [
    "images:",
    ...item(["name: elsewhere", `digest: ${OLD}`], form.listIndent),
    ...item(form.flow ? [flow(entries)] : block(entries, 0), form.listIndent),
  ],
}));

const PARENTS: readonly (readonly [path: string, head: readonly string[], keys: readonly string[]])[] = [
  ["charts/values.yaml", [], ["web", "image"]],
  ["hr.yaml", ["apiVersion: helm.toolkit.fluxcd.io/v2", "kind: HelmRelease"], ["spec", "values", "image"]],
  [
    "app.yaml",
    ["apiVersion: argoproj.io/v1alpha1", "kind: Application"],
    ["spec", "source", "helm", "valuesObject", "image"],
  ],
];

const values = fc
  .tuple(valuesMap, fc.constantFrom(...PARENTS))
  .map(([{ entries, form }, [path, head, keys]]) => ({
    path,
    lines: [
      ...head,
      ...(form.flow
        ? nested(keys.slice(0, -1), form.indent, (depth) => [`${" ".repeat(depth)}image: ${flow(entries)}`])
        : nested(keys, form.indent, (depth) => block(entries, depth))),
    ],
  }));

const valuesText = valuesMap.map(({ entries, form }) => ({
  path: "app.yaml",
  lines: [
    "apiVersion: argoproj.io/v1alpha1",
    "kind: Application",
    ...nested(["spec", "source", "helm"], form.indent, (depth) => {
      const pad = " ".repeat(depth);
      const body = form.flow ? [`image: ${flow(entries)}`] : ["image:", ...block(entries, form.indent)];
      return [`${pad}values: |`, ...body.map((line) => `${pad}${" ".repeat(form.indent)}${line}`)];
    }),
  ],
}));

/** Files in any layout: line ends, byte-order mark, documents before and after, no last line feed. */
export const generatedFile: fc.Arbitrary<GeneratedFile> = fc
  .record({
    body: fc.oneof(manifest, kustomization, values, valuesText),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    mark: fc.boolean(),
    start: fc.constantFrom("", "# head\n", "---\n", "# head\n\n---\n"),
    tail: fc.constantFrom("", "\n", "\n\n\n", "\n# tail", `\n...\n# ${OLD}\n`),
  })
  .map(({ body, lineEnd, mark, start, tail }) => ({
    path: body.path,
    text: (mark ? "\uFEFF" : "") + `${start}${body.lines.join("\n")}${tail}`.replaceAll("\n", lineEnd),
  }));
