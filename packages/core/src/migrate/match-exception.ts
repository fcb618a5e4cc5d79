import { compileGlobs, globProblem, type PathMatcher } from "../config/glob.ts";
import type { Finding } from "../finding/finding.ts";
import { toolAliases, type PeerTool } from "../peer/peer-tools.ts";
import { meansAlias } from "./check-states.ts";
import type { PeerException, TextMatch } from "./setting.ts";

/** Says whether an exception lets a finding pass. */
export type ExceptionMatcher = (finding: Finding) => boolean;

type Matches = (text: string) => boolean;

/**
 * Makes the matcher of an exception. Regular expressions run in linear time.
 * @returns the end of a sentence where a part of the exception cannot be read
 */
export async function exceptionMatcher(
  tool: PeerTool,
  exception: PeerException,
): Promise<ExceptionMatcher | { readonly problem: string }> {
  const { checks, paths } = exception;
  const badGlob = paths?.find((glob) => globProblem(glob) !== undefined);
  if (badGlob !== undefined)
    return { problem: `the path "${badGlob.slice(0, 50)}" ${globProblem(badGlob) ?? ""}` };
  const parts = await Promise.all([
    compileAny(exception.kind === undefined ? undefined : [exception.kind]),
    compileAny(exception.namespace === undefined ? undefined : [exception.namespace]),
    compileAny(exception.names),
    compileAny(exception.containers),
  ]);
  const broken = parts.find((part) => typeof part === "string");
  if (broken !== undefined) return { problem: broken };
  const [kind, namespace, name, container] = parts.map((part) =>
    typeof part === "function" ? part : undefined,
  );
  const isPath: PathMatcher = paths === undefined ? () => true : compileGlobs(paths);
  return (finding) =>
    isPath(finding.file) &&
    standsFor(finding, tool, checks) &&
    holds(kind, finding.resource?.kind) &&
    // An object without a namespace is in the default one, for every tool.
    holds(
      namespace,
      finding.resource === undefined ? undefined : (finding.resource.namespace ?? "default"),
    ) &&
    holds(name, finding.resource?.name) &&
    (container === undefined || containersIn(finding).some(container));
}

function standsFor({ aliases }: Finding, tool: PeerTool, checks: readonly string[] | undefined): boolean {
  const own = toolAliases(aliases);
  if (checks === undefined) return own.some((alias) => alias.startsWith(`${tool}:`));
  return checks.some((check) => own.some((alias) => meansAlias(tool, check, alias)));
}

function holds(matches: Matches | undefined, text: string | undefined): boolean {
  return matches === undefined || (text !== undefined && matches(text));
}

/** Names in quotes in the finding's words: a message about a container names it. */
function containersIn({ message }: Finding): readonly string[] {
  return message.split('"').filter((_, index) => index % 2 === 1);
}

/** A matcher of which one part must match; undefined where there are none; words where one cannot be read. */
async function compileAny(wanted: readonly TextMatch[] | undefined): Promise<Matches | string | undefined> {
  if (wanted === undefined) return undefined;
  const compiled: Matches[] = [];
  for (const one of wanted) {
    const matches = await compile(one);
    if (matches === undefined) return `"${one.text.slice(0, 50)}" is no regular expression that can be read`;
    compiled.push(matches);
  }
  return (text) => compiled.some((matches) => matches(text));
}

const MAXIMUM_PATTERN = 1000;

async function compile({ mode, text }: TextMatch): Promise<Matches | undefined> {
  if (mode === "equals") return (value) => value === text;
  if (mode === "prefix") return (value) => value.startsWith(text);
  if (text.length > MAXIMUM_PATTERN) return undefined;
  const { RE2JS } = await import("re2js");
  try {
    const pattern = RE2JS.compile(text);
    return (value) => pattern.matches(value);
  } catch {
    return undefined;
  }
}
