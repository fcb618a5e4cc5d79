import type { SyntaxNode } from "unbash";
import type { ShellConstructKind } from "./nodes.ts";

/** What a node is, and the variable or function that it names. */
export interface ConstructNote {
  readonly kind: ShellConstructKind;
  readonly name: string | undefined;
}

const BY_TYPE: ReadonlyMap<string, ShellConstructKind> = new Map<string, ShellConstructKind>([
  ["TestCommand", "double-bracket"],
  ["ArithmeticCommand", "double-parenthesis"],
  ["ArithmeticFor", "arithmetic-for"],
  ["Coproc", "coprocess"],
  ["ProcessSubstitution", "process-substitution"],
  ["HereString", "here-string"],
  ["ArrayValue", "array"],
  ["BraceExpansion", "brace-expansion"],
  ["AnsiCQuoted", "ansi-c-string"],
  ["LocaleString", "locale-string"],
]);

const BY_OPERATION: ReadonlyMap<string, ShellConstructKind> = new Map<string, ShellConstructKind>([
  ["Replace", "replacement"],
  ["Slice", "slice"],
  ["CaseModification", "case-change"],
  ["Transform", "transformation"],
  ["Names", "indirection"],
]);

/** What a node is beyond commands and words, or undefined where there is nothing to note. */
export function constructOf(node: SyntaxNode): ConstructNote | undefined {
  const kind = BY_TYPE.get(node.type);
  if (kind !== undefined) return { kind, name: undefined };
  switch (node.type) {
    case "For":
      return { kind: "for", name: node.name.value };
    case "Select":
      return { kind: "select", name: node.name.value };
    case "Function":
      return { kind: node.name.pos > node.pos ? "function-keyword" : "function", name: node.name.value };
    case "Assignment":
      return node.append === true ? { kind: "append-assignment", name: node.name } : undefined;
    case "Redirect":
      return node.operator.startsWith("&>") ? { kind: "redirect-both", name: undefined } : undefined;
    case "ParameterExpansion":
      return expansionNote(node);
    default:
      return undefined;
  }
}

function expansionNote(
  node: SyntaxNode & { readonly type: "ParameterExpansion" },
): ConstructNote | undefined {
  if (node.prefix === "!") return { kind: "indirection", name: node.parameter };
  const kind = node.operation === undefined ? undefined : BY_OPERATION.get(node.operation.type);
  return kind === undefined ? undefined : { kind, name: node.parameter };
}
