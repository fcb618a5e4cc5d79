import { ActionFailure } from "../failure/action-failure.ts";
import type { InputSpec, InputSpecs, InputsOf } from "./input-spec.ts";
import { parseValue, splitLines } from "./parse-value.ts";

/** The environment of a step. */
export type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = "INPUT_";
/** Characters of one input. */
const MAXIMUM_LENGTH = 1024 * 1024;

/** The variable in which the runner hands an input over. */
export function inputVariable(name: string): string {
  return PREFIX + name.replaceAll(" ", "_").toUpperCase();
}

/** The secrets among the inputs, as they were given: to be masked before anything is read or printed. */
export function secretInputs(specs: InputSpecs, environment: Environment): readonly string[] {
  return Object.values(specs)
    .flatMap((spec) => {
      const { kind } = resolveAlias(specs, spec);
      const text = environment[inputVariable(spec.name)] ?? "";
      if (kind === "secret") return [text.trim()];
      return kind === "secret-lines" ? splitLines(text).map(afterEquals) : [];
    })
    .filter((secret) => secret !== "");
}

/** Lines of secrets have the form `id=value`; the value is the secret. */
function afterEquals(line: string): string {
  return line.slice(line.indexOf("=") + 1).trim();
}

function resolveAlias(specs: InputSpecs, spec: InputSpec): InputSpec {
  if (spec.kind !== "alias") return spec;
  return Object.values(specs).find(({ name }) => name === spec.of) ?? spec;
}

/**
 * Reads all inputs of a step.
 * @throws ActionFailure `input/invalid` that names every input that is unknown, malformed, missing, or given twice by an alias
 */
export function readInputs<Specs extends InputSpecs>(
  specs: Specs,
  environment: Environment,
): InputsOf<Specs> {
  const problems = [...unknownInputs(specs, environment)];
  const aliases = readAliases(specs, environment, problems);
  const values: Record<string, unknown> = Object.create(null);
  for (const [key, spec] of Object.entries(specs)) {
    if (spec.kind === "alias") continue;
    const text = aliases.get(spec.name) ?? textOf(spec, environment);
    const parsed =
      text.length > MAXIMUM_LENGTH ? { problem: "is longer than 1 MiB" } : parseValue(spec, text);
    if ("problem" in parsed) problems.push(`${spec.name} ${parsed.problem}`);
    else values[key] = parsed.value;
  }
  if (problems.length > 0) throw invalid(problems);
  // Each member was read by the kind that its type follows from.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return values as InputsOf<Specs>;
}

/** Texts that were given under another name, by the name that counts. */
function readAliases(specs: InputSpecs, environment: Environment, problems: string[]): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const spec of Object.values(specs)) {
    if (spec.kind !== "alias" || textOf(spec, environment).trim() === "") continue;
    const target = resolveAlias(specs, spec);
    const isTwice = aliases.has(spec.of) || isGiven(target, environment);
    if (isTwice) problems.push(`${spec.name} is another name of ${spec.of}: give one of them`);
    aliases.set(spec.of, textOf(spec, environment));
  }
  return aliases;
}

/** The runner sets an absent input to its default; a run by hand leaves it out. */
function textOf(spec: InputSpec, environment: Environment): string {
  const given = environment[inputVariable(spec.name)];
  return given === undefined || given.trim() === "" ? spec.default : given;
}

function isGiven(spec: InputSpec, environment: Environment): boolean {
  const given = environment[inputVariable(spec.name)]?.trim() ?? "";
  return given !== "" && given !== spec.default.trim();
}

function unknownInputs(specs: InputSpecs, environment: Environment): readonly string[] {
  const known = new Set(Object.values(specs).map(({ name }) => inputVariable(name)));
  return Object.keys(environment)
    .filter((variable) => variable.startsWith(PREFIX) && !known.has(variable))
    .sort()
    .slice(0, 20)
    .map((variable) => `there is no input ${variable.slice(PREFIX.length).toLowerCase().slice(0, 100)}`);
}

function invalid(problems: readonly string[]): ActionFailure {
  return new ActionFailure({
    code: "input/invalid",
    message: `Inputs are wrong: ${problems.join("; ")}.`,
    nextStep: "Correct the inputs under `with:`; the action's page lists them all.",
  });
}
