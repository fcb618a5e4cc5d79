import { type Command, type ParsedScript, type SyntaxNode, forEachChild, parse } from "unbash";
import type { Span, SyntaxProblem } from "../source/span.ts";
import { argumentsOf, assignmentsOf, backtickMap, positionOf, redirectOf } from "./convert.ts";
import { decodeWord } from "./decode.ts";
import { isTooComplex } from "./limits.ts";
import { constructOf } from "./constructs.ts";
import type { ShellCommand, ShellConstruct, ShellOperator, ShellWord } from "./nodes.ts";
import { type Place, stringPlace, topPlace } from "./place.ts";
import { scriptHeredoc, scriptWord } from "./shell-strings.ts";
import { shellWord } from "./shell-words.ts";
import { type TextMap, composedMap, constantMap, offsetMap } from "./text-map.ts";
import { effectiveCommand } from "./wrappers.ts";

const MAX_COMMANDS = 10_000;
const MAX_PROBLEMS = 100;
const MAX_DEPTH = 1000;
const MAX_STRINGS = 6;

/** Walks the trees of the shell parser and lists the commands, with places in the file. */
export class CommandCollector {
  readonly commands: ShellCommand[] = [];
  readonly constructs: ShellConstruct[] = [];
  readonly problems: SyntaxProblem[] = [];
  #pipelines = 0;
  #full = false;

  /** Reads a text. Malformed parts are reported and the rest is read. */
  readText(text: string, map: TextMap): void {
    this.#readText(text, topPlace(map));
  }

  /** Adds a command that no shell takes apart: the words of a JSON array. The string of `sh -c` in it is read by `decode`. */
  addExec(words: readonly ShellWord[], mapOf: (word: ShellWord) => TextMap): void {
    const [name, ...rest] = words;
    if (name === undefined) return;
    const effective = effectiveCommand(name, rest);
    const last = words.at(-1) ?? name;
    this.commands.push({
      start: name.start,
      end: last.end,
      index: 0,
      name,
      words: rest,
      assignments: [],
      redirects: [],
      effective,
      pipeline: undefined,
      inSubshell: false,
      negated: false,
      background: false,
      operatorBefore: undefined,
      origin: "script",
      parent: undefined,
    });
    const script = scriptWord(effective);
    if (script === undefined) return;
    const outer = { inSubshell: false, strings: 0, depth: 0, parent: 0 };
    this.#readText(script.value, stringPlace(outer, "shell-string", mapOf(script)));
  }

  #readText(text: string, place: Place): void {
    if (isTooComplex(text)) {
      this.#report(
        "shell/too-complex",
        place.map.sourceSpan(0, text.length),
        "this script is too long or too deeply nested to be read",
      );
      return;
    }
    try {
      this.#script(parse(text), place);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#report("shell/unreadable", place.map.sourceSpan(0, text.length), "this script could not be read");
    }
  }

  #report(code: string, span: Span, message: string): void {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({ start: span.start, end: span.end, code, message });
  }

  #script(script: ParsedScript, place: Place): void {
    for (const error of script.errors ?? []) {
      this.#report("shell/syntax", place.map.sourceSpan(error.pos, error.pos + 1), error.message);
    }
    this.#list(script.commands, place);
  }

  #list(statements: ParsedScript["commands"], place: Place): void {
    let before: ShellOperator | undefined = place.operatorBefore;
    for (const statement of statements) {
      const background = statement.background === true;
      this.#visit(statement.command, { ...place, operatorBefore: before, background });
      before = background ? "&" : ";";
    }
  }

  #visit(node: SyntaxNode, outer: Place): void {
    if (outer.depth > MAX_DEPTH) {
      this.#report(
        "shell/too-complex",
        outer.map.sourceSpan(node.pos, node.end),
        "this is too deeply nested to be read",
      );
      return;
    }
    const place = { ...outer, depth: outer.depth + 1 };
    this.#note(node, place);
    switch (node.type) {
      case "Command":
        this.#command(node, place);
        return;
      case "AndOr":
        for (const [index, command] of node.commands.entries()) {
          const operatorBefore = index === 0 ? place.operatorBefore : node.operators[index - 1];
          this.#visit(command, { ...place, operatorBefore });
        }
        return;
      case "Pipeline":
        this.#pipeline(node, place);
        return;
      case "Subshell":
        this.#list(node.body.commands, { ...place, inSubshell: true, negated: false });
        return;
      case "BraceGroup":
        this.#list(node.body.commands, { ...place, negated: false });
        return;
      case "CompoundList":
        this.#list(node.commands, { ...place, operatorBefore: undefined, negated: false });
        return;
      case "CommandExpansion":
      case "ProcessSubstitution":
        this.#substitution(node, place);
        return;
      default:
        forEachChild(node, (child) => {
          this.#visit(child, place);
        });
    }
  }

  #note(node: SyntaxNode, { map, origin, parent }: Place): void {
    if (this.constructs.length >= MAX_COMMANDS) return;
    const note = constructOf(node);
    if (note === undefined) return;
    this.constructs.push({ ...map.sourceSpan(node.pos, node.end), ...note, origin, parent });
  }

  #pipeline(node: SyntaxNode & { readonly type: "Pipeline" }, place: Place): void {
    const negations = node.prefixes.filter((prefix) => prefix.type === "Negation").length;
    const { length } = node.commands;
    const id = this.#pipelines;
    this.#pipelines += 1;
    for (const [index, command] of node.commands.entries()) {
      this.#visit(command, {
        ...place,
        operatorBefore: index === 0 ? place.operatorBefore : node.operators[index - 1],
        pipeline: length > 1 ? { id, index, length } : place.pipeline,
        negated: negations % 2 === 1,
      });
    }
  }

  #substitution(
    node: SyntaxNode & { readonly type: "CommandExpansion" | "ProcessSubstitution" },
    place: Place,
  ): void {
    const { script } = node;
    if (script === undefined) return;
    const map =
      script.source === undefined
        ? place.map
        : backtickMap(script.source, node.text, offsetMap(node.pos, place.map));
    this.#script(script, {
      ...place,
      map,
      operatorBefore: undefined,
      pipeline: undefined,
      inSubshell: true,
      negated: false,
      background: false,
      origin: "substitution",
    });
  }

  #command(node: Command, place: Place): void {
    if (this.commands.length >= MAX_COMMANDS) {
      if (this.#full) return;
      this.#full = true;
      const span = place.map.sourceSpan(node.pos, node.end);
      this.#report("shell/too-complex", span, "commands from here on are not read");
      return;
    }
    const { map } = place;
    const name = node.name === undefined ? undefined : shellWord(node.name, map);
    const words = argumentsOf(node, map);
    const redirects = node.redirects.map((redirect) => redirectOf(redirect, map));
    const effective = effectiveCommand(name, words);
    const index = this.commands.length;
    const span = map.sourceSpan(node.pos, node.end);
    this.commands.push({
      start: span.start,
      end: span.end,
      index,
      name,
      words,
      assignments: assignmentsOf(node, map),
      redirects,
      effective,
      pipeline: place.pipeline,
      inSubshell: place.inSubshell,
      negated: place.negated,
      background: place.background,
      operatorBefore: place.operatorBefore,
      origin: place.origin,
      parent: place.parent,
    });
    const heredoc = scriptHeredoc(effective, redirects);
    const skipped = heredoc === undefined ? undefined : node.redirects[redirects.indexOf(heredoc)];
    const inner = { ...place, parent: index };
    forEachChild(node, (child) => {
      const isPlain = child.type === "Word" && child.parts === undefined;
      if (!isPlain && child !== skipped) this.#visit(child, inner);
    });
    if (place.strings >= MAX_STRINGS) return;
    const nested = { ...inner, strings: place.strings + 1 };
    const script = scriptWord(effective);
    if (script !== undefined) this.#string(script, positionOf(node, words, script), nested);
    if (skipped?.type !== "HereDoc") return;
    const body = offsetMap(skipped.body.pos, map);
    this.#readText(skipped.body.text, stringPlace(nested, "shell-heredoc", body));
  }

  /** Reads the string that a shell is given to run. `at` is where its word stands in the outer text. */
  #string(script: ShellWord, at: number | undefined, outer: Place): void {
    const decoded = decodeWord(script.raw);
    if (decoded === undefined && script.literal === undefined) return;
    const map =
      decoded === undefined || at === undefined
        ? constantMap(script)
        : composedMap(decoded, offsetMap(at, outer.map));
    this.#readText(decoded?.text ?? script.value, stringPlace(outer, "shell-string", map));
  }
}
