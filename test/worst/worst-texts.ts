/** A text made to be as hard as can be, of at most 2 MiB. */
export interface WorstText {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The most that is read of a file, in UTF-16 code units. */
const LIMIT = 2 * 1024 * 1024;

const POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n";

/** As many repetitions as fit into the limit, or `count` of them. */
function many(count: number, part: (index: number) => string, before = ""): string {
  const parts = [before];
  let { length } = before;
  for (let index = 0; index < count; index += 1) {
    const next = part(index);
    if (length + next.length > LIMIT) break;
    parts.push(next);
    length += next.length;
  }
  return parts.join("");
}

/** Bytes without sense, the same on every run. */
function garbage(length: number, characters: (state: number) => number): string {
  const parts: string[] = [];
  let state = 42;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    parts.push(String.fromCharCode(characters(state >>> 8)));
  }
  return parts.join("");
}

function laughs(levels: number, item: (name: string) => string, open: string, close: string): string {
  let text = `${POD}data:\n  x0: &x0 ${open}k: lol${close}\n`;
  for (let level = 1; level <= levels; level += 1) {
    text += `  x${level}: &x${level} ${item(`*x${level - 1}`)}\n`;
  }
  return text;
}

const yaml: readonly (readonly [name: string, text: () => string])[] = [
  [
    "40,000 keys",
    () =>
      many(
        40_000,
        (n) => `  key${n}: value ${n}\n`,
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n",
      ),
  ],
  [
    "40,000 equal keys",
    () =>
      many(40_000, () => "  key: value\n", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n"),
  ],
  ["40,000 labels on one object", () => many(40_000, (n) => `    label${n}: v${n}\n`, `${POD}  labels:\n`)],
  [
    "4,000 aliases of one map",
    () => many(4000, (n) => `  k${n}: *a\n`, `${POD}x: &a {a: 1, b: [1, 2]}\ny:\n`),
  ],
  [
    "4,000 anchors and aliases",
    () => many(4000, (n) => `  a${n}: &a${n} {v: 1}\n  b${n}: *a${n}\n`, `${POD}y:\n`),
  ],
  [
    "4,000 merges of one map",
    () => many(4000, (n) => `  - {<<: *a, n: ${n}}\n`, `${POD}x: &a {a: 1, b: 2}\ny:\n`),
  ],
  [
    "containers merged from 4,000 aliases",
    () =>
      many(
        4000,
        (n) => `  - {<<: *a, name: c${n}}\n`,
        `${POD}spec:\n  containers:\n  - &a {name: a, image: a, securityContext: {privileged: true}}\n`,
      ),
  ],
  ["deep block maps", () => many(10_000, (n) => `${" ".repeat(Math.min(n, 200) * 1)}a:\n`, POD)],
  ["deep block sequences on one line", () => `${POD}x:\n  ${"- ".repeat(500_000)}a\n`],
  ["deep flow sequences", () => `${POD}x: ${"[".repeat(500_000)}${"]".repeat(500_000)}\n`],
  ["deep flow maps, never closed", () => `${POD}x: ${"{a: ".repeat(400_000)}`],
  ["deep pod spec", () => `${POD}spec: ${"{spec: ".repeat(150)}1${"}".repeat(150)}\n`],
  ["flow garbage", () => `${POD}x: [${",".repeat(1_000_000)}\n`],
  ["garbage of all characters", () => garbage(LIMIT, (state) => state & 0xffff)],
  ["garbage of ASCII", () => garbage(LIMIT, (state) => 32 + (state % 95))],
  [
    "garbage of YAML's own characters",
    () => garbage(LIMIT, (state) => ":-?[]{},&*!|>'\"%@`#\n\n  ab~<".charCodeAt(state % 29)),
  ],
  ["garbage bytes of zero", () => "\u0000".repeat(LIMIT)],
  ["colons", () => ": ".repeat(LIMIT / 2)],
  ["question marks", () => "? ".repeat(LIMIT / 2)],
  ["an open quote", () => `${POD}x: "${"a b\n  ".repeat(300_000)}`],
  ["an open quote with escapes", () => `${POD}x: "${"\\n".repeat(LIMIT / 2 - 100)}`],
  ["one line of 20,000 characters", () => `${POD}x: ${"a ".repeat(10_000)}\n`],
  ["one line of 2 MB", () => `${POD}x: ${"a ".repeat(LIMIT / 2 - 50)}`],
  ["one word of 2 MB", () => "a".repeat(LIMIT)],
  [
    "an image of 2 MB",
    () => `${POD}spec:\n  containers:\n  - {name: a, image: ${"a/".repeat(LIMIT / 2 - 100)}b}\n`,
  ],
  [
    "an image of 2 MB of colons",
    () => `${POD}spec:\n  containers:\n  - {name: a, image: "${"a:".repeat(LIMIT / 2 - 100)}b"}\n`,
  ],
  ["a block scalar of 2 MB", () => many(200_000, () => "    line of text\n", `${POD}x: |\n`)],
  ["comments only", () => many(200_000, (n) => `# comment ${n}\n`)],
  [
    "ignore comments only",
    () => many(200_000, () => "# plimsoll-ignore kubernetes/containers-not-privileged -- because\n", POD),
  ],
  ["template marks", () => "{{ ".repeat(LIMIT / 3 - 1)],
  ["a tag of 2 MB", () => `${POD}x: !${"a".repeat(LIMIT - 100)} b\n`],
  ["an anchor of 2 MB", () => `${POD}x: &${"a".repeat(LIMIT - 100)} b\n`],
  [
    "billion laughs",
    () => laughs(40, (a) => `[${Array.from({ length: 10 }, () => a).join(", ")}]`, "{", "}"),
  ],
  [
    "billion laughs merged",
    () => laughs(40, (a) => `{<<: [${Array.from({ length: 10 }, () => a).join(", ")}]}`, "{", "}"),
  ],
  [
    "billion laughs as containers",
    () =>
      `${laughs(9, (a) => `[${Array.from({ length: 10 }, () => a).join(", ")}]`, "{", "}")}spec:\n  containers: *x9\n  volumes: *x9\n`,
  ],
  [
    "quadratic merge chain",
    () =>
      many(
        20_000,
        (n) => `  m${n}: &m${n} {<<: *m${Math.max(0, n - 1)}, k${n}: 1}\n`,
        `${POD}x: &m0 {a: 1}\ny:\n`,
      ),
  ],
  [
    "30,000 containers in one pod",
    () =>
      many(
        30_000,
        (n) => `  - {name: c${n}, image: nginx, ports: [{containerPort: 80}]}\n`,
        `${POD}spec:\n  containers:\n`,
      ),
  ],
  [
    "30,000 bad containers in one pod",
    () =>
      many(
        30_000,
        (n) => `  - {name: c${n}, image: "a:latest", securityContext: {privileged: true}}\n`,
        `${POD}spec:\n  containers:\n`,
      ),
  ],
  [
    "30,000 volumes and mounts",
    () =>
      many(
        15_000,
        (n) => `  - {name: v${n}, hostPath: {path: /var/run/docker.sock}}\n`,
        `${POD}spec:\n  containers: [{name: a, image: a}]\n  volumes:\n`,
      ),
  ],
  [
    "100,000 capabilities",
    () =>
      many(
        100_000,
        () => "SYS_ADMIN, ",
        `${POD}spec:\n  containers: [{name: a, image: a, securityContext: {capabilities: {add: [`,
      ) + "X]}}}]\n",
  ],
  [
    "20,000 pods in a List",
    () =>
      many(
        20_000,
        (n) =>
          `- {apiVersion: v1, kind: Pod, metadata: {name: p${n}}, spec: {containers: [{name: a, image: a}]}}\n`,
        "apiVersion: v1\nkind: List\nitems:\n",
      ),
  ],
  ["Lists in Lists", () => `${"{apiVersion: v1, kind: List, items: [".repeat(150)}${"]}".repeat(150)}`],
  ["100,000 documents", () => many(100_000, (n) => `---\na: ${n}\n`)],
  ["100,000 empty documents", () => "---\n".repeat(100_000)],
  ["100,000 objects", () => many(100_000, () => "---\napiVersion: v1\nkind: A\n")],
  [
    "20,000 pods in documents of their own",
    () =>
      many(
        20_000,
        (n) =>
          `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${n}}, spec: {containers: [{name: a, image: a}]}}\n`,
      ),
  ],
  ["carriage returns only", () => many(100_000, (n) => `k${n}: v\r`)],
  ["lines of blanks", () => `${" ".repeat(20)}\n`.repeat(90_000)],
  ["JSON, deep", () => `{"a":`.repeat(200_000)],
];

const dockerfiles: readonly (readonly [name: string, text: () => string])[] = [
  ["40,000 instructions", () => many(40_000, (n) => `RUN echo ${n}\n`, "FROM scratch\n")],
  [
    "40,000 instructions that install",
    () => many(40_000, () => "RUN apt-get update && apt-get install -y curl\n", "FROM debian\n"),
  ],
  [
    "40,000 stages",
    () => many(40_000, (n) => `FROM s${Math.max(0, n - 1)} AS s${n}\n`, "FROM scratch AS s0\n"),
  ],
  [
    "20,000 stages with copies",
    () => many(20_000, (n) => `FROM a:${n} AS s${n}\nCOPY --from=s${Math.max(0, n - 1)} / /\n`),
  ],
  [
    "one RUN with 40,000 &&",
    () =>
      `FROM debian\nRUN ${many(40_000, (n) => `apt-get install -y package-${n}-with-a-long-name && `).slice(0, LIMIT - 100)}true\n`,
  ],
  [
    "one RUN of 2 MB, 40,000 &&",
    () =>
      `FROM debian\nRUN true${many(40_000, (n) => ` && \\\n  curl -fsSL https://example.com/${n} | sh`)}`.slice(
        0,
        LIMIT,
      ),
  ],
  ["10,000 nested $(", () => `FROM scratch\nRUN ${"$(".repeat(10_000)}a${")".repeat(10_000)}\n`],
  ["10,000 nested (", () => `FROM scratch\nRUN ${"( ".repeat(10_000)}a${" )".repeat(10_000)}\n`],
  ["10,000 nested {", () => `FROM scratch\nRUN ${"{ ".repeat(10_000)}a;${" };".repeat(10_000)}\n`],
  ["10,000 nested ${", () => `FROM scratch\nENV A=${"${B:-".repeat(10_000)}a${"}".repeat(10_000)}\n`],
  ["10,000 nested if", () => `FROM scratch\nRUN ${"if a; then ".repeat(10_000)}a${"; fi".repeat(10_000)}\n`],
  ["10,000 nested quotes", () => `FROM scratch\nRUN ${'"$('.repeat(10_000)}a${')"'.repeat(10_000)}\n`],
  ["10,000 nested backticks", () => `FROM scratch\nRUN ${"`\\".repeat(10_000)}\n`],
  ["10,000 heredocs", () => many(10_000, (n) => `RUN <<E${n}\necho ${n}\nE${n}\n`, "FROM scratch\n")],
  [
    "10,000 heredocs of one instruction",
    () =>
      `FROM scratch\nCOPY ${Array.from({ length: 10_000 }, (_, n) => `<<E${n}`).join(" ")} /\n${Array.from({ length: 10_000 }, (_, n) => `E${n}\n`).join("")}`,
  ],
  ["10,000 heredocs never ended", () => many(10_000, (n) => `RUN <<E${n}\necho ${n}\n`, "FROM scratch\n")],
  [
    "10,000 shell heredocs",
    () =>
      `FROM scratch\nRUN ["sh"]\nRUN true ${Array.from({ length: 10_000 }, () => "<<A").join(" ")}\n${"A\n".repeat(10_000)}`,
  ],
  [
    "variables that grow",
    () => many(10_000, (n) => `ENV V${n + 1}=$V${n}$V${n}\n`, "FROM scratch\nENV V0=aaaaaaaaaa\n"),
  ],
  [
    "one variable used 40,000 times",
    () => many(40_000, () => "LABEL a=$V\n", `FROM scratch\nENV V=${"x".repeat(1000)}\n`),
  ],
  ["40,000 ENV in one instruction", () => many(40_000, (n) => ` K${n}=v`, "FROM scratch\nENV")],
  ["40,000 continuation lines", () => many(40_000, () => "a \\\n", "FROM scratch\nRUN ")],
  ["40,000 comments between continuations", () => many(40_000, () => "# c\n", "FROM scratch\nRUN a \\\n")],
  ["one line of 2 MB", () => `FROM scratch\nRUN ${"a ".repeat(LIMIT / 2 - 20)}`],
  ["one word of 2 MB", () => `FROM ${"a".repeat(LIMIT - 20)}`],
  ["an image of slashes", () => `FROM ${"a/".repeat(LIMIT / 2 - 20)}`],
  ["an image of colons", () => `FROM ${"a:".repeat(LIMIT / 2 - 20)}`],
  ["an image of at signs", () => `FROM ${"a@".repeat(LIMIT / 2 - 20)}`],
  ["JSON form, 100,000 words", () => many(100_000, () => '"a", ', "FROM scratch\nRUN [") + '"a"]\n'],
  ["JSON form, deep", () => `FROM scratch\nRUN ${"[".repeat(1_000_000)}`],
  [
    "40,000 mounts",
    () => many(40_000, (n) => ` --mount=type=bind,from=i${n},target=/a`, "FROM scratch\nRUN") + " a\n",
  ],
  ["garbage of all characters", () => garbage(LIMIT, (state) => state & 0xffff)],
  ["garbage of ASCII", () => `FROM scratch\nRUN ${garbage(LIMIT - 100, (state) => 32 + (state % 95))}`],
  [
    "garbage of shell characters",
    () =>
      `FROM scratch\nRUN ${garbage(LIMIT - 100, (state) => "$(){}[]|&;<>'\"`\\ abc=#*?!\n".charCodeAt(state % 27))}`,
  ],
  ["dollars", () => `FROM scratch\nENV A=${"$".repeat(LIMIT - 100)}`],
  ["backslashes", () => `FROM scratch\nENV A=${"\\".repeat(LIMIT - 100)}`],
  ["quotes", () => `FROM scratch\nRUN ${"'\"".repeat(LIMIT / 2 - 100)}`],
  ["patterns", () => `FROM scratch\nARG A=aaaa\nENV B=\${A//${"*a".repeat(50_000)}/b}\n`],
  ["blank lines", () => "\n".repeat(LIMIT)],
];

/** All of them, made when asked for: together they are some 100 MB. */
export const worstTexts: readonly { readonly name: string; readonly make: () => WorstText }[] = [
  ...yaml.map(([name, text]) => entry(`YAML: ${name}`, "worst.yaml", text)),
  ...dockerfiles.map(([name, text]) => entry(`Dockerfile: ${name}`, "Dockerfile", text)),
];

function entry(name: string, path: string, text: () => string): (typeof worstTexts)[number] {
  return { name, make: () => ({ name, path, text: text().slice(0, LIMIT) }) };
}
