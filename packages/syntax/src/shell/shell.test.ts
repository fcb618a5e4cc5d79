import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../dockerfile/parse-dockerfile.ts";
import type { ParsedShell, ShellScript } from "./nodes.ts";
import { parseShell, shellOf } from "./shell-of.ts";

function script(text: string, number = -1): ShellScript {
  const instruction = parseDockerfile(text).instructions.at(number);
  if (instruction === undefined) throw new Error("no instruction");
  return shellOf(instruction);
}

function parsed(text: string, number = -1): ParsedShell {
  const found = script(text, number);
  if (found.kind !== "script") throw new Error(`unsupported: ${found.shell.name}`);
  return found;
}

/** Each command as the source text of its words, taken by their spans, and what is special about it. */
function commands(text: string, found: ParsedShell = parsed(text)): readonly string[] {
  return found.commands.map((command) => {
    const words = [command.name, ...command.words].map((word) =>
      word === undefined ? "-" : text.slice(word.start, word.end),
    );
    const marks = [
      command.operatorBefore,
      command.inSubshell ? "subshell" : undefined,
      command.negated ? "negated" : undefined,
      command.background ? "background" : undefined,
      command.origin === "script" ? undefined : command.origin,
      command.pipeline === undefined
        ? undefined
        : `${command.pipeline.id}:${command.pipeline.index}/${command.pipeline.length}`,
    ].filter((mark) => mark !== undefined);
    return [words.join(" "), ...marks].join(" # ");
  });
}

describe("shellOf", () => {
  it.each<[string, string, readonly string[]]>([
    ["one command", "RUN apt-get update", ["apt-get update"]],
    ["a list", "RUN a && b || c; d", ["a", "b # &&", "c # ||", "d # ;"]],
    [
      "continuations and comments",
      "RUN a \\\n  # no\n  x && \\\n\n  b 'y \\\n z'",
      ["a x", "b 'y \\\n z' # &&"],
    ],
    ["flags are no words", "RUN --mount=type=cache,target=/c a b", ["a b"]],
    ["a pipeline", "RUN a | b 2>&1 |& c", ["a # 0:0/3", "b # | # 0:1/3", "c # |& # 0:2/3"]],
    ["a negated pipeline", "RUN ! a && b", ["a # negated", "b # &&"]],
    ["background", "RUN a & b", ["a # background", "b # &"]],
    ["a subshell", "RUN x && (a; b)", ["x", "a # && # subshell", "b # ; # subshell"]],
    ["a group in a pipeline", "RUN { a; b; } | c", ["a # 0:0/2", "b # ; # 0:0/2", "c # | # 0:1/2"]],
    [
      "a substitution",
      "RUN a $(b $(c)) `d`",
      [
        "a $(b $(c)) `d`",
        "b $(c) # subshell # substitution",
        "c # subshell # substitution",
        "d # subshell # substitution",
      ],
    ],
    [
      "a nested backtick",
      "RUN a `b \\`c d\\``",
      ["a `b \\`c d\\``", "b \\`c d\\` # subshell # substitution", "c d # subshell # substitution"],
    ],
    [
      "in quotes, assignments and redirections",
      'RUN X=$(a) b "$(c)" > $(d)',
      [
        'b "$(c)"',
        "a # subshell # substitution",
        "c # subshell # substitution",
        "d # subshell # substitution",
      ],
    ],
    ["if", "RUN if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]],
    [
      "loops",
      "RUN for i in $(a); do b $i; done; while c; do d; done",
      ["a # subshell # substitution", "b $i", "c", "d"],
    ],
    [
      "case and function",
      "RUN f() { a; }; case $(b) in x) c;; esac",
      ["a", "b # subshell # substitution", "c"],
    ],
    ["assignments only", "RUN A=1", ["-"]],
    ["sh -c", "RUN sh -ec 'a x && b'", ["sh -ec 'a x && b'", "a x # shell-string", "b # && # shell-string"]],
    [
      "bash -o pipefail -c",
      'RUN /bin/bash -o pipefail -c "a \\"x y\\" | b"',
      [
        '/bin/bash -o pipefail -c "a \\"x y\\" | b"',
        'a \\"x y\\" # shell-string # 0:0/2',
        "b # | # shell-string # 0:1/2",
      ],
    ],
    ["sh -c over a continuation", "RUN sh -c 'a \\\n  x y'", ["sh -c 'a \\\n  x y'", "a x y # shell-string"]],
    ["sh -c with a variable", 'RUN sh -c "a $X b"', ['sh -c "a $X b"', "a $X b # shell-string"]],
    [
      "sh -c with a substitution is left alone",
      'RUN sh -c "a $(b)"',
      ['sh -c "a $(b)"', "b # subshell # substitution"],
    ],
    [
      "sh -c in sh -c",
      `RUN sh -c "sh -c 'a b'"`,
      [`sh -c "sh -c 'a b'"`, "sh -c 'a b' # shell-string", "a b # shell-string"],
    ],
    [
      "su -c and eval",
      "RUN su - bob -c 'a b' && eval 'c d'",
      ["su - bob -c 'a b'", "a b # shell-string", "eval 'c d' # &&", "c d # shell-string"],
    ],
    ["through sudo", "RUN sudo -u bob sh -c 'a'", ["sudo -u bob sh -c 'a'", "a # shell-string"]],
    ["a script file is no string", "RUN sh a.sh -c b", ["sh a.sh -c b"]],
    ["JSON form", 'RUN ["a", "b c"]', ['"a" "b c"']],
    [
      "JSON form with sh -c",
      'CMD ["sh", "-c", "a \\"x\\" && b"]',
      ['"sh" "-c" "a \\"x\\" && b"', 'a \\"x\\" # shell-string', "b # && # shell-string"],
    ],
    ["HEALTHCHECK", "HEALTHCHECK --interval=5s CMD a b || exit 1", ["a b", "exit 1 # ||"]],
    ["HEALTHCHECK in JSON form", 'HEALTHCHECK CMD ["a", "b"]', ['"a" "b"']],
    ["HEALTHCHECK NONE", "HEALTHCHECK NONE", []],
    ["ONBUILD", "ONBUILD RUN a b", ["a b"]],
    ["no command", "COPY a b", []],
    ["a heredoc as script", "RUN <<EOF\na x\n  b && \\\n c\nEOF\n", ["a x", "b # ;", "c # &&"]],
    ["a heredoc with tabs and CR LF", "RUN <<-EOF\r\n\ta x\r\n\tb\r\n\tEOF\r\n", ["a x", "b # ;"]],
    ["a heredoc with a #! line", "RUN <<EOF\n#!/usr/bin/env -S bash -e\na x\nEOF\n", ["a x"]],
    [
      "a heredoc read by a shell",
      "RUN bash -e <<'EOF'\na x\nb\nEOF\n",
      ["bash -e", "a x # shell-heredoc", "b # ; # shell-heredoc"],
    ],
    [
      "a heredoc as input",
      "RUN cat <<EOF > /x && b\na $(c)\nEOF\n",
      ["cat", "c # subshell # substitution", "b # &&"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(commands(text)).toEqual(expected);
    expect(parsed(text).problems).toEqual([]);
  });

  it("is read once", () => {
    const instruction = parseDockerfile("RUN a").instructions[0];
    if (instruction === undefined) throw new Error("no instruction");
    expect(shellOf(instruction)).toBe(shellOf(instruction));
  });

  it.each([
    ['FROM a\nSHELL ["powershell", "-Command"]\nRUN Get-X', "powershell"],
    ['FROM a\nSHELL ["C:\\\\Windows\\\\pwsh.exe", "-c"]\nRUN Get-X', "pwsh"],
    ['FROM a AS x\nSHELL ["cmd", "/S", "/C"]\nFROM x\nRUN dir', "cmd"],
    ["FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dir", "cmd"],
    ["FROM --platform=windows/amd64 a\nRUN dir", "cmd"],
    ["FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF", "python3"],
  ])("does not read %j", (text, name) => {
    expect(script(text)).toMatchObject({ kind: "unsupported-shell", shell: { name } });
  });

  it("follows SHELL", () => {
    const text =
      'FROM a AS x\nRUN a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN b\nFROM x\nRUN c\nFROM y\nRUN d';
    const shells = [1, 3, 5, 7].map((number) => parsed(text, number).shell);
    expect(shells.map((shell) => [shell.name, shell.pipefail])).toEqual([
      ["sh", false],
      ["bash", true],
      ["bash", true],
      ["sh", false],
    ]);
  });

  it("reports what cannot be read, where it stands", () => {
    const text = "RUN if a; \\\n then b )";
    const [problem] = parsed(text).problems;
    expect(problem?.code).toBe("shell/syntax");
    expect(text.slice(problem?.start, problem?.end)).toBe(")");
  });

  it.each([
    ["substitutions", `RUN ${"$(".repeat(100_000)}`],
    ["heredocs", `RUN ${"<<A ".repeat(60_000)}`],
    ["functions", `RUN ${"f()".repeat(60_000)}`],
    ["parentheses", `RUN ${"(".repeat(100_000)}`],
    ["operators", `RUN echo $((${"1+".repeat(30_000)}1))`],
    ["if", `RUN ${"if ".repeat(60_000)}`],
    ["commands", `RUN ${"a;".repeat(60_000)}`],
  ])("bounds the work on many %s and says so", (_name, text) => {
    const start = Date.now();
    const problems = parsed(text).problems.map((problem) => problem.code);
    expect(problems).not.toEqual([]);
    expect(Date.now() - start).toBeLessThan(10_000);
  });
});

describe("words", () => {
  it.each<[string, string, string | undefined, readonly string[]]>([
    ["'a b'", "a b", "a b", []],
    ['"a $B"', "a $B", undefined, ["B"]],
    ["a\\ b", "a b", "a b", []],
    ["*.deb", "*.deb", "*.deb", []],
    ["${A:-$B}c", "${A:-$B}c", undefined, ["A", "B"]],
    ["$(a)", "$(a)", undefined, []],
    ["$((1))", "$((1))", undefined, []],
    ["a=1.2", "a=1.2", "a=1.2", []],
    ["$'a'", "a", "a", []],
    ["{a,$B}", "{a,$B}", undefined, ["B"]],
  ])("%s", (text, value, literal, variables) => {
    const word = parseShell(`x ${text}`).commands[0]?.words[0];
    expect(word).toEqual({ start: 2, end: 2 + text.length, raw: text, value, literal, variables });
  });

  it("keeps assignments and redirections", () => {
    const [command] = parseShell("A=1 B='x y' c 2>/dev/null <<E\nbody\nE\n").commands;
    expect(command?.assignments.map(({ name, value }) => [name, value?.literal])).toEqual([
      ["A", "1"],
      ["B", "x y"],
    ]);
    expect(
      command?.redirects.map(({ operator, descriptor, target, body }) => [
        operator,
        descriptor,
        target?.literal,
        body?.text,
      ]),
    ).toEqual([
      [">", 2, "/dev/null", undefined],
      ["<<", undefined, undefined, "body\n"],
    ]);
    expect(parseShell("export A='1 2'").commands[0]).toMatchObject({
      words: [{ value: "A=1 2", start: 7, end: 14 }],
      assignments: [{ name: "A" }],
    });
  });
});

describe("effective commands", () => {
  it.each([
    ["sudo -E -u bob apt-get install x", "apt-get", ["sudo"]],
    ["sudo A=1 b", "b", ["sudo"]],
    ["env -i -u X A=1 /usr/bin/b c", "b", ["env"]],
    ["exec -a x b", "b", ["exec"]],
    ["command b", "b", ["command"]],
    ["command -v b", "command", []],
    ["nice -n 5 sudo timeout -k 1 10s b c", "b", ["nice", "sudo", "timeout"]],
    ["xargs -0 -n 1 b", "b", ["xargs"]],
    ["xargs --max-args 1 -- b", "b", ["xargs"]],
    ["time -p b", "b", []],
    ["gosu bob b", "b", ["gosu"]],
    ["sudo", "sudo", []],
    ["$X b", undefined, []],
  ])("%s", (text, name, wrappers) => {
    const effective = parseShell(text).commands[0]?.effective;
    expect([effective?.name, effective?.wrappers]).toEqual([name, wrappers]);
  });
});

describe("constructs of a script", () => {
  it.each([
    ["for f in a b; do echo $f; done", ["for f 0-30"]],
    ["function f { :; }; g() { :; }", ["function-keyword f 0-17", "function g 19-29"]],
    ["[[ -n $a ]] && (( b > 1 ))", ["double-bracket 0-11", "double-parenthesis 15-26"]],
    ["diff <(a) <(b)", ["process-substitution 5-9", "process-substitution 10-14"]],
    ["cat <<< x &> /dev/null", ["here-string 4-9", "redirect-both 10-22"]],
    ["a=(1 2); b+=c", ["array 2-7", "append-assignment b 9-13"]],
    ["mkdir {a,b} $'\\n' $\"x\"", ["brace-expansion 6-11", "ansi-c-string 12-17", "locale-string 18-22"]],
    [
      'echo "${a//x/y}" ${b:1:2} ${c^^} ${!d}',
      ["replacement a 6-15", "slice b 17-25", "case-change c 26-32", "indirection d 33-38"],
    ],
    ["echo {} ${a:-b} $c 'x{1,2}'", []],
  ])("finds those of %j", (text, expected) => {
    const { constructs } = parseShell(text);
    expect(
      constructs.map(
        ({ kind, name = "", start, end }) => `${kind} ${name === "" ? "" : `${name} `}${start}-${end}`,
      ),
    ).toEqual(expected);
  });
});
