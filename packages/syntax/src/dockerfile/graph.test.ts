import { describe, expect, it } from "vitest";
import { environmentAt, resolveWord, unquote } from "./environment.ts";
import { externalImages, finalStage, neededStages, stageChain } from "./graph.ts";
import { mountsOf } from "./mounts.ts";
import type { Dockerfile } from "./nodes.ts";
import { parseDockerfile } from "./parse-dockerfile.ts";

function resolveLast(text: string, buildArgs?: Record<string, string>): unknown {
  const file = parseDockerfile(text, { buildArgs: new Map(Object.entries(buildArgs ?? {})) });
  const instruction = file.instructions.at(-1);
  if (instruction === undefined) throw new Error("no instruction");
  const { text: resolved, unresolved } = resolveWord(file, instruction, instruction.words.at(-1) ?? "");
  return unresolved.length === 0 ? resolved : [resolved, ...unresolved];
}

describe("resolveWord", () => {
  it.each<[string, string, unknown]>([
    ["a global ARG in FROM", "ARG V=3\nFROM alpine:$V", "alpine:3"],
    ["no global ARG in a stage", "ARG V=3\nFROM scratch\nWORKDIR /$V", ["/$V", "V"]],
    ["a global ARG taken into the stage", "ARG V=3\nFROM a\nARG V\nWORKDIR /$V", "/3"],
    ["a default in the stage wins over the global one", "ARG V=3\nFROM a\nARG V=4\nWORKDIR /$V", "/4"],
    ["an ARG without a value", "ARG V\nFROM alpine:$V", ["alpine:$V", "V"]],
    ["an ARG without a value, with a default in place", "ARG V\nFROM alpine:${V:-3}", "alpine:3"],
    ["a name that nobody declares, with a default", "FROM alpine:${V:-3}", "alpine:3"],
    ["a platform argument in FROM", "FROM alpine:$TARGETARCH", ["alpine:$TARGETARCH", "TARGETARCH"]],
    [
      "a platform argument has a value, so no default",
      "FROM a:${TARGETARCH:-x}",
      ["a:${TARGETARCH:-x}", "TARGETARCH"],
    ],
    ["ARG of ARG", "ARG A=1\nARG B=$A.2\nFROM x:$B", "x:1.2"],
    ["ARG of an unknown ARG", "ARG A\nARG B=$A.2\nFROM x:$B", ["x:$A.2", "A"]],
    ["two in one ARG", "FROM x\nARG A=1 B=${A}2\nWORKDIR /$B", "/12"],
    ["values of one ENV do not see each other", "FROM x\nENV A=1\nENV A=2 B=$A\nWORKDIR /$B", "/1"],
    ["ENV, old form", "FROM x\nENV A b c\nWORKDIR /$A", "/b c"],
    ["ARG after ENV", "FROM x\nENV A=1\nARG A=2\nWORKDIR /$A", "/2"],
    ["ARG without a value after ENV", "FROM x\nENV A=1\nARG A\nWORKDIR /$A", "/1"],
    ["what stands below is not seen", "FROM x\nWORKDIR /$A\nENV A=1\nWORKDIR /$A", "/1"],
    ["ENV of a base stage", "FROM x AS b\nENV A=1\nFROM b\nWORKDIR /$A", "/1"],
    ["ARG of a base stage", "FROM x AS b\nARG A=1\nFROM b\nWORKDIR /$A", "/1"],
    ["ENV of another stage", "FROM x AS b\nENV A=1\nFROM y\nWORKDIR /$A", ["/$A", "A"]],
    ["a variable of the image", "FROM x\nWORKDIR ${HOME:-/root}/a", ["${HOME:-/root}/a", "HOME"]],
    ["nothing is set in scratch", "FROM scratch\nWORKDIR ${HOME:-/root}/a", "/root/a"],
    ["plus", "FROM x\nENV A=1\nWORKDIR /${A:+x}${B:+y}", ["/x${B:+y}", "B"]],
    ["minus without colon on an empty value", "FROM x\nENV A=\nWORKDIR /${A-x}${A:-y}", "/y"],
    ["a word that is not used is not unresolved", "FROM x\nENV A=1\nWORKDIR /${A:-$B}", "/1"],
    ["prefix", "ARG A=v1.2.3\nFROM x:${A#v}", "x:1.2.3"],
    ["shortest and longest suffix", "ARG A=1.2.3\nFROM x:${A%.*}-${A%%.*}", "x:1.2-1"],
    ["longest prefix", "ARG A=a/b/c\nFROM ${A##*/}:${A#*/}", "c:b/c"],
    ["replace one, replace all", "ARG A=a.b.c\nFROM ${A/./-}:${A//./_}", "a-b.c:a_b_c"],
    ["single quotes", "FROM x\nENV A=1\nWORKDIR '/$A'", "/$A"],
    ["double quotes", 'FROM x\nENV A=1\nWORKDIR "/$A b"', "/1 b"],
    ["an escaped dollar", "FROM x\nENV A=1\nWORKDIR /\\$A", "/$A"],
    ["the other escape character", "# escape=`\nFROM x\nENV A=1\nWORKDIR c:\\`$A\\$A", "c:\\$A\\1"],
    ["a JSON word", 'FROM x\nENV A=1\nVOLUME ["/$A"]', "/1"],
  ])("%s", (_name, text, expected) => {
    expect(resolveLast(text)).toEqual(expected);
  });

  it("takes build arguments from outside", () => {
    expect(resolveLast("ARG V=3\nFROM alpine:$V", { V: "4" })).toBe("alpine:4");
    expect(resolveLast("FROM alpine\nARG V=3\nWORKDIR /$V", { V: "4" })).toBe("/4");
    expect(resolveLast("FROM alpine:$V", { V: "4" })).toEqual(["alpine:$V", "V"]);
  });

  it.each([
    ["FROM a:${B", "no } closes a substitution"],
    ["FROM a:${B:?must-be}", "B: must-be"],
    ["FROM a:${B^^}", "the builder knows no substitution with ^"],
  ])("reports %s at the word", (text, error) => {
    const file = parseDockerfile(text);
    expect(resolveWord(file, file.instructions[0] ?? never(), text.slice(5)).error).toBe(error);
    expect(file.problems).toMatchObject([
      { code: "dockerfile/bad-substitution", start: 5, end: text.length },
    ]);
  });

  it("bounds values that double", () => {
    const lines = Array.from({ length: 60 }, (_, index) => `ARG A${index + 1}=$A${index}$A${index}`);
    const file = parseDockerfile(`ARG A0=xxxxxxxx\n${lines.join("\n")}\nFROM a:$A60\n`);
    expect(file.stages[0]?.base.kind).toBe("unresolved");
  });
});

it("resolves in bounded time down a long chain of stages", () => {
  const lines = Array.from({ length: 2400 }, (_, n) => `FROM s${n} AS s${n + 1}\nENV A=$A$B`);
  const file = parseDockerfile(`${lines.join("\n")}\nUSER $A`);
  const user = file.instructions.at(-1) ?? never();
  const start = Date.now();
  expect(resolveWord(file, user, "$A").unresolved).toEqual(["A", "B"]);
  expect(stageChain(finalStage(file) ?? never()).length).toBe(2400);
  expect(Date.now() - start).toBeLessThan(10_000);
});

function never(): never {
  throw new Error("missing");
}

describe("environmentAt", () => {
  it("tells values from unset and unknown names", () => {
    const file = parseDockerfile("FROM x\nARG A\nENV B=1\nRUN true\n");
    const lookup = environmentAt(file, file.instructions[3] ?? never());
    expect(["A", "B", "C"].map((name) => lookup(name).kind)).toEqual(["unset", "value", "unknown"]);
  });
});

describe("unquote", () => {
  it.each([
    [`"a b"'c'd`, "a bcd"],
    ["a\\ b", "a b"],
    ["'$A'\"$B\"${C:-d}", "$A$B${C:-d}"],
    ["'open", "'open"],
  ])("%s", (text, expected) => {
    expect(unquote(text)).toBe(expected);
  });
});

const GRAPH = `# syntax=docker/dockerfile:1.7 extra
ARG BASE=golang:1.22
FROM $BASE AS Build
RUN --mount=type=bind,\\
from=alpine:3,source=/etc,dst=/x --mount=type=cache,target=/c go build
FROM gone AS unused
COPY --from=nope:1 /a /b
FROM registry.corp.mil/base@sha256:abc AS mid
FROM mid
COPY --from=build /a /b
COPY --from=0 /a /b
COPY --from="busybox:1" /a /b
ONBUILD COPY --from=redis:7 /a /b
COPY --from=9 /a /b
`;

describe("the graph of stages", () => {
  const file: Dockerfile = parseDockerfile(GRAPH);

  it("finds the final stage and its chain", () => {
    const last = finalStage(file) ?? never();
    expect(last.index).toBe(3);
    expect(stageChain(last).map((stage) => stage.index)).toEqual([3, 2]);
    expect(new Set([...neededStages(file)].map((stage) => stage.index))).toEqual(new Set([0, 2, 3]));
  });

  it("lists the images from outside with exact spans", () => {
    const images = externalImages(file).map((image) => ({
      written: GRAPH.slice(image.start, image.end),
      kind: image.kind,
      role: image.role,
      reference: image.reference.text,
    }));
    expect(images).toEqual([
      {
        written: "docker/dockerfile:1.7",
        kind: "syntax",
        role: "frontend",
        reference: "docker/dockerfile:1.7",
      },
      { written: "$BASE", kind: "from", role: "builder", reference: "golang:1.22" },
      { written: "alpine:3", kind: "mount", role: "builder", reference: "alpine:3" },
      { written: "gone", kind: "from", role: "unused", reference: "gone" },
      { written: "nope:1", kind: "copy", role: "unused", reference: "nope:1" },
      {
        written: "registry.corp.mil/base@sha256:abc",
        kind: "from",
        role: "final",
        reference: "registry.corp.mil/base@sha256:abc",
      },
      { written: '"busybox:1"', kind: "copy", role: "builder", reference: "busybox:1" },
      { written: "redis:7", kind: "copy", role: "builder", reference: "redis:7" },
    ]);
  });

  it("reads mounts with the place of each key and value, across continuations", () => {
    const run = file.instructions[2] ?? never();
    const read = mountsOf(run).map((mount) => [
      mount.type,
      ...mount.options.map((option) => [
        option.key,
        option.value,
        GRAPH.slice(option.keySpan.start, option.keySpan.end),
        option.valueSpan === undefined ? "" : GRAPH.slice(option.valueSpan.start, option.valueSpan.end),
      ]),
    ]);
    expect(read).toEqual([
      [
        "bind",
        ["type", "bind", "type", "bind"],
        ["from", "alpine:3", "from", "alpine:3"],
        ["source", "/etc", "source", "/etc"],
        ["target", "/x", "dst", "/x"],
      ],
      ["cache", ["type", "cache", "type", "cache"], ["target", "/c", "target", "/c"]],
    ]);
    expect(mountsOf(file.instructions[1] ?? never())).toEqual([]);
  });
});
