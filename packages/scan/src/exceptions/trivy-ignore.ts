import { dayNumber, readLocatedDocument } from "@plimsoll/core";
import { canonicalId } from "../identity/vulnerability-id.ts";
import { isRecord, listOf, memberOf, textOf, textsOf } from "../json/plain.ts";
import { emptyRule, type IgnoreProblem, type IgnoreRule, type ParsedIgnoreRules } from "./ignore-rule.ts";

const MAXIMUM_LENGTH = 4 * 1024 * 1024;

/** Reads `.trivyignore`: an id a line, `exp:YYYY-MM-DD` behind it, comments with `#`. */
export function parseTrivyIgnore(file: string, text: string): ParsedIgnoreRules {
  if (text.length > MAXIMUM_LENGTH) return tooLarge(file);
  const rules: IgnoreRule[] = [];
  const problems: IgnoreProblem[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const hash = raw.indexOf("#");
    const [id, ...words] = (hash === -1 ? raw : raw.slice(0, hash)).split(/\s/).filter((word) => word !== "");
    if (id === undefined) continue;
    const line = index + 1;
    const expires = words.find((word) => word.startsWith("exp:"))?.slice(4);
    if (expires !== undefined && dayNumber(expires) === undefined) {
      problems.push({
        code: "scan-ignore/bad-date",
        file,
        line,
        message: "The date behind exp: is not a day.",
      });
      continue;
    }
    rules.push({ ...emptyRule(file, line), vulnerability: canonicalId(id), expires });
  }
  return { rules, problems };
}

/** Reads `.trivyignore.yaml`: the list `vulnerabilities` of `id`, `paths`, `purls`, `expired_at`, `statement`. */
export function parseTrivyIgnoreYaml(file: string, text: string): ParsedIgnoreRules {
  const { document, problems } = readLocatedDocument({
    file,
    text,
    area: "scan-ignore",
    maximumLength: MAXIMUM_LENGTH,
  });
  if (document === undefined) {
    return {
      rules: [],
      problems: problems.map(({ code, message, range }) => ({
        code,
        file,
        message,
        line: range?.start.line ?? 1,
      })),
    };
  }
  const rules: IgnoreRule[] = [];
  const wrong: IgnoreProblem[] = [];
  for (const [index, item] of listOf(memberOf(document.value, "vulnerabilities")).entries()) {
    const line = document.valueRange(["vulnerabilities", index]).start.line;
    const rule = isRecord(item) ? ruleOf(item, emptyRule(file, line)) : undefined;
    if (rule !== undefined) rules.push(rule);
    else
      wrong.push({
        code: "scan-ignore/bad-rule",
        file,
        line,
        message: "The rule has no id, or a date that is no day.",
      });
  }
  return { rules, problems: wrong };
}

function ruleOf(item: Readonly<Record<string, unknown>>, empty: IgnoreRule): IgnoreRule | undefined {
  const id = textOf(item["id"]);
  const expires = textOf(item["expired_at"])?.slice(0, 10);
  if (id === undefined || (expires !== undefined && dayNumber(expires) === undefined)) return undefined;
  const [purls, paths] = [textsOf(item["purls"]), textsOf(item["paths"])];
  return {
    ...empty,
    vulnerability: canonicalId(id),
    purls: purls.length === 0 ? undefined : purls,
    paths: paths.length === 0 ? undefined : paths,
    expires,
    statement: textOf(item["statement"]),
  };
}

function tooLarge(file: string): ParsedIgnoreRules {
  const message = `The file is longer than ${MAXIMUM_LENGTH} characters.`;
  return { rules: [], problems: [{ code: "scan-ignore/too-large", file, line: 1, message }] };
}
