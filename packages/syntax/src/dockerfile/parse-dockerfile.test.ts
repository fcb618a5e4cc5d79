import { describe, expect, it } from "vitest";
import type { Instruction, Word } from "./nodes.ts";
import { parseDockerfile } from "./parse-dockerfile.ts";
import { isDockerfileParseProblem } from "./problems.ts";

function only(text: string): Instruction {
  const [instruction, ...rest] = parseDockerfile(text).instructions;
  if (instruction === undefined || rest.length > 0) throw new Error("not one instruction");
  return instruction;
}

function place(word: Word): readonly [number, number, string] {
  return [word.start, word.end, word.text];
}

describe("words", () => {
  it.each<[string, string, readonly (readonly [number, number, string])[]]>([
    [
      "a list",
      "EXPOSE 80  443/tcp ",
      [
        [7, 9, "80"],
        [11, 18, "443/tcp"],
      ],
    ],
    [
      "quotes keep blanks in RUN",
      'RUN a \'b c\' "d \\" e" f\\ g',
      [
        [4, 5, "a"],
        [6, 11, "'b c'"],
        [12, 20, '"d \\" e"'],
        [21, 25, "f\\ g"],
      ],
    ],
    [
      "quotes mean nothing in COPY",
      'COPY "a b" c',
      [
        [5, 7, '"a'],
        [8, 10, 'b"'],
        [11, 12, "c"],
      ],
    ],
    ["one string", "WORKDIR /a b", [[8, 12, "/a b"]]],
    [
      "a word over a continuation",
      "RUN ab\\\ncd ef",
      [
        [4, 10, "abcd"],
        [11, 13, "ef"],
      ],
    ],
    [
      "comments and empty lines in a continuation",
      "RUN a \\\n# x\n\n  b",
      [
        [4, 5, "a"],
        [15, 16, "b"],
      ],
    ],
    [
      "blanks after the continuation character",
      "RUN a \\ \t\n b",
      [
        [4, 5, "a"],
        [11, 12, "b"],
      ],
    ],
    [
      "CR LF",
      "RUN a \\\r\n  b\r\n",
      [
        [4, 5, "a"],
        [11, 12, "b"],
      ],
    ],
    ["a doubled escape character continues nothing", "ENV A=b\\\\", [[4, 9, "A=b\\\\"]]],
    [
      "the other escape character",
      "# escape=`\nRUN a `\n \\b",
      [
        [15, 16, "a"],
        [20, 22, "\\b"],
      ],
    ],
    ["a byte order mark", "\uFEFFUSER a", [[6, 7, "a"]]],
    ["blanks before the keyword", " \t USER a", [[8, 9, "a"]]],
    [
      "JSON form",
      'CMD [ "a b" ,"\\u00e9\\n"]',
      [
        [6, 11, "a b"],
        [13, 23, "é\n"],
      ],
    ],
    [
      "JSON form over a continuation",
      'CMD ["a", \\\n "b"]',
      [
        [5, 8, "a"],
        [13, 16, "b"],
      ],
    ],
    [
      "not quite JSON",
      "CMD ['a', 'b']",
      [
        [4, 9, "['a',"],
        [10, 14, "'b']"],
      ],
    ],
    ["an empty array", "CMD []", []],
    [
      "HEALTHCHECK",
      'HEALTHCHECK CMD ["a"]',
      [
        [12, 15, "CMD"],
        [17, 20, "a"],
      ],
    ],
  ])("%s", (_name, text, expected) => {
    const instruction = only(text);
    expect(instruction.words.map(place)).toEqual(expected);
    for (const word of instruction.words) expect(word.raw).toBe(text.slice(word.start, word.end));
  });
});

describe("instructions", () => {
  it("has a keyword, flags, a body and an extent", () => {
    const text = "  Copy --link --from='x y' --chown=$A \\\n  a b  \n";
    const instruction = only(text);
    expect(instruction).toMatchObject({
      keyword: "COPY",
      keywordSpan: { start: 2, end: 6 },
      start: 2,
      end: 45,
      extent: { start: 0, end: 47 },
      body: { start: 42, end: 45, text: "a b" },
      form: "shell",
      stage: -1,
      index: 0,
    });
    expect(
      instruction.flags.map((flag) => [flag.name, text.slice(flag.start, flag.end), flag.value?.text]),
    ).toEqual([
      ["link", "--link", undefined],
      ["from", "--from='x y'", "'x y'"],
      ["chown", "--chown=$A", "$A"],
    ]);
  });

  it("ends flags at two dashes", () => {
    expect(only("RUN --network=none -- --x").words.map(place)).toEqual([[22, 25, "--x"]]);
  });

  it("notes empty lines between continuation lines", () => {
    expect(only("RUN a \\\n\n  \n b").emptyLines).toEqual([
      { start: 8, end: 8 },
      { start: 9, end: 11 },
    ]);
  });

  it("reads what ONBUILD holds", () => {
    const { trigger, keyword } = only('ONBUILD  copy --link ["a", "b"]');
    expect([keyword, trigger?.keyword, trigger?.form, trigger?.start]).toEqual([
      "ONBUILD",
      "COPY",
      "json",
      9,
    ]);
    expect(trigger?.words.map(place)).toEqual([
      [22, 25, "a"],
      [27, 30, "b"],
    ]);
  });

  it.each<[string, readonly (readonly [string, number, number, string | undefined, boolean])[]]>([
    [
      "ENV A=1 'B'=\"2 3\"",
      [
        ["A", 4, 7, "1", false],
        ["B", 8, 17, '"2 3"', false],
      ],
    ],
    ["ENV A b  c ", [["A", 4, 10, "b  c", true]]],
    ["ENV A=", [["A", 4, 6, "", false]]],
    ["LABEL a.b=c\\ d", [["a.b", 6, 14, "c\\ d", false]]],
    [
      "ARG A B=1",
      [
        ["A", 4, 5, undefined, false],
        ["B", 6, 9, "1", false],
      ],
    ],
  ])("reads the pairs of %s", (text, expected) => {
    const found = only(text).pairs.map((pair) => [
      pair.key,
      pair.start,
      pair.end,
      pair.value?.text,
      pair.legacy,
    ]);
    expect(found).toEqual(expected);
  });
});

describe("heredocs", () => {
  it.each<[string, readonly (readonly [string, boolean, boolean, number, string])[]]>([
    ["RUN <<EOF\na\n b\nEOF\n", [["EOF", true, false, 0, "a\n b\n"]]],
    ["RUN <<-'EOF' x\n\ta\n\t\tEOF\n", [["EOF", false, true, 0, "\ta\n"]]],
    ['RUN 3<<"E F" cat\nx\nE F', [["E F", false, false, 3, "x\n"]]],
    [
      "COPY <<a <<b /x/\n1\na\n2\nb\n",
      [
        ["a", true, false, 0, "1\n"],
        ["b", true, false, 0, "2\n"],
      ],
    ],
    ["ONBUILD RUN <<E\nx\nE\n", [["E", true, false, 0, "x\n"]]],
    ["RUN <<E\r\nx\r\nE\r\n", [["E", true, false, 0, "x\r\n"]]],
    ["RUN cat <<< x", []],
    ["RUN a<<E", []],
    ["RUN '<<E'", []],
    ["USER <<E", []],
    ['RUN ["<<E"]', []],
    ["RUN ${A^} <<E", []],
  ])("%j", (text, expected) => {
    const { heredocs } = only(text);
    expect(
      heredocs.map((item) => [item.name, item.expand, item.stripTabs, item.fileDescriptor, item.content]),
    ).toEqual(expected);
    for (const item of heredocs) expect(text.slice(item.body.start, item.body.end)).toBe(item.content);
  });

  it("takes up its lines", () => {
    const text = "RUN <<E x\na\nE\nUSER b\n";
    const { instructions } = parseDockerfile(text);
    expect(instructions.map(({ keyword, start, end }) => [keyword, start, end])).toEqual([
      ["RUN", 0, 13],
      ["USER", 14, 20],
    ]);
  });
});

describe("directives and comments", () => {
  it("reads directives at the top only", () => {
    const text = "#Syntax = docker/dockerfile:1 \n# check=skip=all\n\n# escape=`\nFROM a\n# x\n";
    const { directives, comments, escape } = parseDockerfile(text);
    expect(directives.map(({ name, value, valueSpan }) => [name, value, valueSpan.start])).toEqual([
      ["syntax", "docker/dockerfile:1", 10],
      ["check", "skip=all", 39],
    ]);
    expect(comments.map((comment) => comment.text)).toEqual([" escape=`", " x"]);
    expect(escape).toBe("\\");
  });

  it("ends directives at an unknown name", () => {
    const { directives, comments } = parseDockerfile("# a=b\n# escape=`\nFROM a\n");
    expect([directives.length, comments.length]).toEqual([0, 2]);
  });
});

describe("stages", () => {
  it("knows names, bases, platforms and instructions", () => {
    const text =
      "ARG V=1\nFROM --platform=$BUILDPLATFORM a:$V as B\nRUN x\nFROM b\nFROM scratch AS c\nFROM ${NO}\nUSER y";
    const { stages, globalArgs } = parseDockerfile(text);
    expect(globalArgs.length).toBe(1);
    expect(stages.map((stage) => [stage.name, stage.platform?.text, stage.instructions.length])).toEqual([
      ["b", "$BUILDPLATFORM", 1],
      [undefined, undefined, 0],
      ["c", undefined, 0],
      [undefined, undefined, 1],
    ]);
    expect(stages.map((stage) => stage.base.kind)).toEqual(["image", "stage", "scratch", "unresolved"]);
    expect(stages[0]?.base).toEqual({ kind: "image", reference: "a:1" });
    expect(stages[0]?.nameSpan).toEqual({ start: 47, end: 48 });
    expect(stages[3]?.base).toEqual({ kind: "unresolved", text: "${NO}", variables: ["NO"] });
    expect(stages.map((stage) => [stage.start, stage.end])).toEqual([
      [8, 54],
      [55, 61],
      [62, 79],
      [80, 97],
    ]);
  });
});

describe("problems", () => {
  it.each<[string, string, number, number]>([
    ["", "no-instructions", 0, 0],
    ["# a\n", "no-instructions", 0, 0],
    ["FROM a\nRUNN b", "unknown-instruction", 7, 11],
    ["FROM a\n\\\n\\\n", "empty-instruction", 7, 10],
    ["FROM", "missing-arguments", 0, 4],
    ["FROM a b", "invalid-from", 7, 8],
    ["FROM a AS", "invalid-from", 7, 9],
    ["FROM a AS 1b", "invalid-stage-name", 10, 12],
    ["FROM a AS b c", "too-many-arguments", 12, 13],
    ["FROM a:${X", "bad-substitution", 5, 10],
    ["ARG A", "no-from", 0, 0],
    ["RUN a\nFROM b", "before-from", 0, 3],
    ["FROM a\nENV A", "pair-without-value", 11, 12],
    ["FROM a\nENV A=1 B", "pair-without-equals", 15, 16],
    ["FROM a\nENV =1", "blank-name", 11, 13],
    ['FROM a\nLABEL a="b c\nUSER d', "bad-value", 15, 19],
    ["FROM a\nENV A don't", "bad-value", 13, 18],
    ["FROM a\nARG A='", "bad-value", 13, 14],
    ["FROM a\nCMD [1]", "json-not-strings", 11, 14],
    ['FROM a\nCMD ["a", ["b"]]', "json-not-strings", 11, 23],
    ["FROM a\nRUN <<E\nx\n", "unterminated-heredoc", 11, 14],
    ["FROM a\nCOPY a <<E\nE", "heredoc-destination", 14, 17],
    ["FROM a\nCOPY a", "missing-arguments", 7, 11],
    ["FROM a\nCOPY --form=b a b", "unknown-flag", 12, 20],
    ["FROM a\nCOPY --From=b a b", "unknown-flag", 12, 20],
    ["FROM\u00A0a\nFROM b", "unknown-instruction", 0, 6],
    ["FROM a\nCOPY --from=b --from=c a b", "duplicate-flag", 21, 29],
    ["FROM a\nCOPY --from a b", "flag-without-value", 12, 18],
    ["FROM a\nCOPY --link=x a b", "invalid-flag-value", 19, 20],
    ["FROM a\nCOPY --from=$X a b", "invalid-flag-value", 19, 21],
    ["FROM a\nRUN --mount=type=x a", "invalid-mount", 24, 25],
    ["FROM a\nRUN --mount=typ=bind a", "invalid-mount", 19, 22],
    ["FROM a\nRUN --mount=from=$X,target=/x a", "invalid-mount", 24, 26],
    ["FROM a\nONBUILD ONBUILD RUN a", "onbuild-chained", 15, 22],
    ["FROM a\nONBUILD FROM b", "onbuild-not-allowed", 15, 19],
    ["FROM a\nONBUILD", "missing-arguments", 7, 14],
    ["FROM a\nSHELL sh -c", "shell-not-json", 13, 18],
    ["FROM a\nHEALTHCHECK TCP 1", "invalid-healthcheck", 19, 22],
    ["FROM a\nHEALTHCHECK CMD", "missing-arguments", 19, 22],
    ["FROM a\nHEALTHCHECK NONE x", "invalid-healthcheck", 24, 25],
    ['FROM a\nVOLUME [" "]', "blank-volume", 15, 18],
    ["# escape=x\nFROM a", "invalid-escape", 9, 10],
    ["# escape=`\n# escape=`\nFROM a", "duplicate-directive", 11, 21],
    [`FROM a\n# ${"x".repeat(70_000)}`, "line-too-long", 7, 70_009],
  ])("%j: %s", (text, code, start, end) => {
    const { problems } = parseDockerfile(text);
    expect(problems).toMatchObject([{ code: `dockerfile/${code}`, start, end }]);
  });

  it("tells problems of the grammar from those of the meaning", () => {
    const codes = parseDockerfile("ENV A\nRUNN").problems.map((problem) => [
      problem.code,
      isDockerfileParseProblem(problem),
    ]);
    expect(codes).toEqual([
      ["dockerfile/no-from", false],
      ["dockerfile/before-from", false],
      ["dockerfile/pair-without-value", true],
      ["dockerfile/unknown-instruction", false],
    ]);
  });
});

describe("hostile input", () => {
  it.each<[string, string, string]>([
    ["many instructions", "FROM a\n" + "A\n".repeat(1_000_000), "dockerfile/too-many-instructions"],
    ["many words", `FROM a\nRUN ${"a ".repeat(1_000_000)}`, "dockerfile/too-many-words"],
    ["many pairs", `FROM a\nENV ${"a=b ".repeat(500_000)}`, "dockerfile/too-many-words"],
    ["many continuations", `FROM a\nRUN a ${"\\\n b".repeat(400_000)}`, "dockerfile/too-many-words"],
    ["many flags", `FROM a\nRUN ${"--mount=a=b ".repeat(160_000)}`, "dockerfile/too-many-problems"],
    ["one mount", `FROM a\nRUN --mount=${"a,".repeat(900_000)} x`, "dockerfile/invalid-mount"],
    [
      "many heredocs",
      `FROM a\nRUN ${"<<a ".repeat(400_000)}\n${"a\n".repeat(100_000)}`,
      "dockerfile/line-too-long",
    ],
    ["open quotes", `FROM a\nRUN ${'"'.repeat(1_999_999)}`, "dockerfile/line-too-long"],
    ["many stages", "FROM a AS a\n".repeat(150_000), "dockerfile/too-many-instructions"],
    [
      "a deep chain",
      Array.from({ length: 2400 }, (_, n) => `FROM s${n} AS s${n + 1}\nENV A=$A$B`).join("\n"),
      "none",
    ],
    ["deep JSON", `FROM a\nCMD ${"[".repeat(900_000)}${"]".repeat(900_000)}`, "dockerfile/json-not-strings"],
    ["open substitutions", `FROM a${"${a:-".repeat(300_000)}`, "dockerfile/bad-substitution"],
    ["comments in a continuation", `FROM a\nRUN a \\\n${"#\n".repeat(900_000)}`, "none"],
    ["carriage returns", `FROM a\n${"\r".repeat(1_900_000)}`, "none"],
    ["NUL", "\0".repeat(1_900_000), "dockerfile/unknown-instruction"],
  ])("reads %s in bounded time", (_name, text, code) => {
    const start = Date.now();
    const codes = parseDockerfile(text).problems.map((problem) => problem.code);
    expect(Date.now() - start).toBeLessThan(10_000);
    expect(codes.length === 0 ? ["none"] : codes).toContain(code);
  });
});
