import {
  unquote,
  type Dockerfile,
  type Instruction,
  type ShellAssignment,
  type ShellWord,
  type Span,
} from "@plimsoll/syntax";
import { commandsOf, type Command } from "../shared-commands/commands.ts";
import { isSecretName } from "./secret-names.ts";
import { isSecretValue, knownSecrets, urlPassword } from "./secret-values.ts";

/** A secret in a Dockerfile. It never holds the secret itself. */
export interface LiteralSecret {
  readonly problem: "secretValue" | "secretArgument" | "knownToken" | "urlPassword";
  readonly at: Span;
  /** The name of what holds it, or what it is. */
  readonly name: string;
}

/** Each is compared with the others, so there is an end to it. */
const MAXIMUM_SECRETS = 1000;

/** Without any of this in a text no rule below finds anything; most texts have none. */
const MAY_HOLD = /pass|pwd|pword|secret|token|key|cred|auth|:\/\/|-u|--user/i;

/** Every secret in the instructions of a file, each once, in the order of the text. */
export function literalSecrets(file: Dockerfile): readonly LiteralSecret[] {
  const found: LiteralSecret[] = [];
  for (const { start, end, kind } of knownSecrets(file.text)) {
    if (found.length >= MAXIMUM_SECRETS) break;
    if (!file.comments.some((comment) => comment.start <= start && start < comment.end)) {
      found.push({ problem: "knownToken", at: { start, end }, name: kind });
    }
  }
  if (!MAY_HOLD.test(file.text)) return found;
  for (const written of file.instructions) {
    const instruction = written.trigger ?? written;
    if (!MAY_HOLD.test(file.text.slice(instruction.start, instruction.end))) continue;
    for (const secret of secretsOf(instruction, file.escape)) {
      if (found.length >= MAXIMUM_SECRETS) return found.sort((a, b) => a.at.start - b.at.start);
      if (!found.some(({ at }) => at.start < secret.at.end && secret.at.start < at.end)) found.push(secret);
    }
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

function* secretsOf(instruction: Instruction, escape: "\\" | "`"): Iterable<LiteralSecret> {
  const { keyword } = instruction;
  if (keyword === "ENV" || keyword === "ARG" || keyword === "LABEL") yield* pairSecrets(instruction, escape);
  else if (keyword === "COPY" || keyword === "ADD") {
    for (const word of instruction.words) yield* urlSecret(word.text, word);
  } else if (
    keyword === "RUN" ||
    keyword === "CMD" ||
    keyword === "ENTRYPOINT" ||
    keyword === "HEALTHCHECK"
  ) {
    for (const command of commandsOf(instruction)) yield* commandSecrets(command);
  }
}

function* pairSecrets({ keyword, pairs }: Instruction, escape: "\\" | "`"): Iterable<LiteralSecret> {
  for (const { key, keySpan, value } of pairs) {
    const text = value === undefined ? "" : unquoted(value.text, escape);
    if (isSecretName(key)) {
      if (value !== undefined && isSecretValue(text)) yield { problem: "secretValue", at: value, name: key };
      else if (keyword === "ARG" && text.trim() === "")
        yield { problem: "secretArgument", at: keySpan, name: key };
    } else if (value !== undefined) yield* urlSecret(text, value);
  }
}

/** Quotes go, variables stay: a value with one is no literal. */
function unquoted(text: string, escape: "\\" | "`"): string {
  return text.includes("$") ? text : unquote(text, escape);
}

function* urlSecret(text: string, at: Span): Iterable<LiteralSecret> {
  const start = text.indexOf("://") === -1 ? -1 : text.search(/[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\//);
  if (start !== -1 && urlPassword(text.slice(start)) !== undefined)
    yield { problem: "urlPassword", at, name: "the URL" };
}

function* commandSecrets(command: Command): Iterable<LiteralSecret> {
  const { shell, words, name } = command;
  for (const assignment of shell.assignments) yield* assignedSecret(assignment);
  for (const [index, word] of words.entries()) {
    const option = word.value.startsWith("--") ? optionSecret(word, words[index + 1]) : undefined;
    if (option !== undefined) yield option;
    else if (word.value.includes("://")) yield* urlSecret(word.value, word);
  }
  const takesPassword = name === "curl" || name === "sshpass";
  if (takesPassword || words.some(({ value }) => value.includes(": ")))
    yield* programSecrets(name ?? "", words);
}

function* assignedSecret({ name, value }: ShellAssignment): Iterable<LiteralSecret> {
  if (value !== undefined && isSecretName(name) && isSecretValue(value.value)) {
    yield { problem: "secretValue", at: value, name };
  }
}

/** `--password=x`, `--password x`. */
function optionSecret(word: ShellWord, next: ShellWord | undefined): LiteralSecret | undefined {
  const equals = word.value.indexOf("=");
  const name = equals === -1 ? word.value.slice(2) : word.value.slice(2, equals);
  if (!isSecretName(name) || name === "auth") return undefined;
  if (equals !== -1) {
    const value = word.value.slice(equals + 1);
    return isSecretValue(value) ? { problem: "secretValue", at: word, name: `--${name}` } : undefined;
  }
  const value = next?.value ?? "";
  if (next === undefined || value.startsWith("-") || !isSecretValue(value)) return undefined;
  return { problem: "secretValue", at: next, name: `--${name}` };
}

/** Programs whose way of taking a password is their own. */
function* programSecrets(name: string, words: readonly ShellWord[]): Iterable<LiteralSecret> {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const secret =
      name === "curl" ? curlUser(word, next) : name === "sshpass" ? sshPassword(word, next) : undefined;
    if (secret !== undefined) yield secret;
    const header = headerSecret(word);
    if (header !== undefined) yield header;
  }
}

const HEADER_NAME = /^(?:private-token|authorization|x-[a-z-]{0,40}(?:token|key))$/i;
const SCHEMES = new Set(["", "bearer", "basic", "token"]);

/** `Authorization: Bearer abc`. */
function headerSecret(word: ShellWord): LiteralSecret | undefined {
  const colon = word.value.indexOf(": ");
  if (colon === -1 || !HEADER_NAME.test(word.value.slice(0, colon))) return undefined;
  const rest = word.value.slice(colon + 1).trim();
  const space = rest.lastIndexOf(" ");
  const scheme = rest.slice(0, Math.max(space, 0)).trim().toLowerCase();
  if (!SCHEMES.has(scheme) || !isSecretValue(rest.slice(space + 1))) return undefined;
  return { problem: "secretValue", at: word, name: "the header" };
}

/** `curl -u user:password`. */
function curlUser(word: ShellWord, next: ShellWord | undefined): LiteralSecret | undefined {
  if ((word.value !== "-u" && word.value !== "--user") || next === undefined) return undefined;
  const password = /^[^:\s]+:(.+)$/s.exec(next.value)?.[1] ?? "";
  return isSecretValue(password) ? { problem: "secretValue", at: next, name: word.value } : undefined;
}

/** `sshpass -p password`, `sshpass -ppassword`. */
function sshPassword(word: ShellWord, next: ShellWord | undefined): LiteralSecret | undefined {
  if (!word.value.startsWith("-p")) return undefined;
  const isSeparate = word.value === "-p";
  const at = isSeparate ? next : word;
  const password = isSeparate ? (next?.value ?? "") : word.value.slice(2);
  return at !== undefined && isSecretValue(password) ? { problem: "secretValue", at, name: "-p" } : undefined;
}
