import { builtInRules, CodedError, isCelRule, nearest, type Rule, type RuleMeta } from "@plimsoll/core";
import { requirementById, requirements, type Requirement } from "@plimsoll/model";
import { loadRule, ruleHeaders as ruleSet } from "@plimsoll/rules/lazy";
import type { Arguments } from "../arguments/option.ts";
import { wrap } from "../arguments/help.ts";
import { referencesOf } from "../check/settings.ts";
import { loadRuleTexts } from "../report/rule-texts.ts";
import { type Paint, paintOf } from "../terminal/paint.ts";
import { type Terminal, wantsColor } from "../terminal/terminal.ts";

const WIDTH = 100;

/** `plimsoll explain`: tells about a rule, a requirement, or the rules that stand for another tool's check. */
export async function explain(args: Arguments, terminal: Terminal): Promise<number> {
  const asked = (args.operands[0] ?? "").trim();
  const paint = paintOf(wantsColor(terminal, args.has("no-color")));
  await terminal.print(`${(await answer(asked, paint)).join("\n")}\n`);
  return 0;
}

async function answer(asked: string, paint: Paint): Promise<readonly string[]> {
  const rule = findRule(asked);
  if (rule !== undefined) return ruleLines(rule, paint);
  const builtIn = builtInRules.get(asked);
  if (builtIn !== undefined)
    return [paint.strong(builtIn.id), builtIn.title, "", ...wrap(builtIn.description, WIDTH)];
  const requirement = requirements.find(({ id }) => id.toLowerCase() === asked.toLowerCase());
  if (requirement !== undefined) return requirementLines(requirement, paint);
  const aliased = rulesByAlias(asked);
  const [only, second] = aliased;
  if (only !== undefined && second === undefined)
    return [`${asked} is checked by one rule.`, "", ...(await ruleLines(only, paint))];
  if (aliased.length > 0)
    return [`${asked} is checked by ${aliased.length} rules:`, "", ...aliased.map(nameAndTitle)];
  throw unknown(asked);
}

/** By id, by an id that it had before, or by the last part of its id where that is unique. */
function findRule(asked: string): Rule | undefined {
  const known = ruleSet.rules.get(ruleSet.renamed.get(asked) ?? asked);
  if (known !== undefined) return known;
  const bySlug = [...ruleSet.rules.values()].filter(({ id }) => id.endsWith(`/${asked}`));
  return bySlug.length === 1 ? bySlug[0] : undefined;
}

/** `hadolint:DL3007`, `DL3007` or an entry of the catalogue, in any case. */
function rulesByAlias(asked: string): readonly Rule[] {
  const wanted = asked.toLowerCase();
  const matches = (alias: string): boolean => {
    const lower = alias.toLowerCase();
    return lower === wanted || lower.slice(lower.indexOf(":") + 1) === wanted;
  };
  return [...ruleSet.rules.values()].filter(({ aliases, catalogue }) =>
    [...aliases, ...catalogue].some(matches),
  );
}

async function ruleLines(rule: Rule, paint: Paint): Promise<readonly string[]> {
  const texts = loadRuleTexts();
  const { requirements: ids, controls } = referencesOf(rule);
  const prose = texts.proseOf(rule.id);
  const examples = texts.examplesOf(rule.id);
  return [
    paint.strong(rule.id),
    rule.title,
    paint.dim(
      `${rule.surface} · severity ${rule.severity} · confidence ${rule.confidence} · since ${rule.since}`,
    ),
    ...(prose === undefined ? [] : ["", ...headed(prose, paint)]),
    ...conditionLines(await loadRule(rule.id), paint),
    ...optionLines(rule, paint),
    ...listLines("Requirements", ids.map(requirementLine), paint),
    ...listLines("Controls", controlLines(controls), paint),
    ...listLines("The same check elsewhere", rule.aliases, paint),
    ...(examples === undefined ? [] : ["", ...headed(examples, paint)]),
  ];
}

/** Markdown for a terminal: headings stand out, the rest is as written. */
function headed(markdown: string, paint: Paint): readonly string[] {
  return markdown.split("\n").map((line) => (line.startsWith("## ") ? paint.strong(line.slice(3)) : line));
}

function conditionLines(rule: Rule | undefined, paint: Paint): readonly string[] {
  if (rule === undefined || !isCelRule(rule)) return [];
  const when = rule.when === undefined ? [] : [`  where  ${rule.when}`];
  return ["", paint.strong("Condition (CEL)"), `  each   ${rule.each}`, ...when, `  holds  ${rule.require}`];
}

function optionLines(rule: RuleMeta, paint: Paint): readonly string[] {
  const options = Object.entries(rule.options ?? {});
  return listLines(
    "Options",
    options.map(
      ([name, option]) => `${name} (default ${JSON.stringify(option.default)}): ${option.description}`,
    ),
    paint,
  );
}

function requirementLine(id: string): string {
  const found = requirementById(id);
  return found === undefined ? id : `${id} (${found.baseline}): ${found.title}`;
}

/** One line a document. */
function controlLines(controls: readonly string[]): readonly string[] {
  const byDocument = new Map<string, string[]>();
  for (const control of controls) {
    const at = control.indexOf(":");
    const document = control.slice(0, at);
    byDocument.set(document, [...(byDocument.get(document) ?? []), control.slice(at + 1)]);
  }
  return [...byDocument].map(([document, ids]) => `${document}: ${ids.join(", ")}`);
}

function listLines(title: string, items: readonly string[], paint: Paint): readonly string[] {
  if (items.length === 0) return [];
  const lines = items.flatMap((item) =>
    wrap(item, WIDTH - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
  );
  return ["", paint.strong(title), ...lines];
}

function requirementLines(requirement: Requirement, paint: Paint): readonly string[] {
  const { id, title, baseline, effective, phases, statement, verification, evidence } = requirement;
  const rules = [...ruleSet.rules.values()].filter((rule) => referencesOf(rule).requirements.includes(id));
  const reason = ruleSet.requirements[id];
  return [
    paint.strong(id),
    title,
    paint.dim(
      `${baseline} · ${effective} · ${phases.join(", ") || "no phase"} · automation ${verification.automation}`,
    ),
    "",
    ...wrap(statement, WIDTH),
    "",
    paint.strong("How it is verified"),
    ...wrap(verification.note, WIDTH),
    ...listLines("Evidence", evidence, paint),
    ...(rules.length > 0 || reason === undefined
      ? listLines("Rules", rules.map(nameAndTitle), paint)
      : ["", paint.strong("Not checked by a rule"), ...wrap(reason, WIDTH)]),
  ];
}

function nameAndTitle({ id, title }: RuleMeta): string {
  return `${id}: ${title}`;
}

function unknown(asked: string): CodedError {
  const names = [...ruleSet.rules.keys(), ...builtInRules.keys(), ...requirements.map(({ id }) => id)];
  const slugs = [...ruleSet.rules.keys()].map((id) => id.slice(id.indexOf("/") + 1));
  const near = nearest(asked, [...names, ...slugs]);
  return new CodedError({
    code: "explain/unknown",
    message: `${JSON.stringify(asked)} is no rule, no requirement and no alias that a rule has.`,
    nextStep: near === undefined ? "See plimsoll rules and plimsoll requirements." : `Did you mean ${near}?`,
  });
}
