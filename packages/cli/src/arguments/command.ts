import type { CommandSpec } from "./option.ts";

/** A command's name; that of one of a group is two words, such as `scap read`. */
export type CommandName =
  | "check"
  | "fix"
  | "explain"
  | "rules"
  | "requirements"
  | "assess"
  | "pipeline"
  | "init"
  | "migrate"
  | "waive"
  | "schema"
  | "scan merge"
  | "scan gate"
  | "scan diff"
  | "scap read"
  | "release decide"
  | "promote plan"
  | "promote apply";

/** A command of the program. */
export type Command = CommandSpec & { readonly name: CommandName };
