import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { eventProblems, type EventProblem } from "../../shared-workflow-events/event-problems.ts";

type Data = Pick<EventProblem, "code" | "name" | "detail">;

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/events-valid",
  title: "Workflows start by events, filters and times that exist",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:events", "actionlint:glob"],
  since: "0.2.0",
  *checkWorkflow(file) {
    if (file.kind !== "workflow") return;
    for (const { code, at, name, detail } of eventProblems(file.workflow))
      yield {
        problem: code,
        at,
        aliases: [code === "badPattern" ? "actionlint:glob" : "actionlint:events"],
        data: { code, name, detail },
      };
  },
  message: ({ data }) => WORDS[data.code](data),
});

const WORDS: Readonly<Record<Data["code"], (data: Data) => string>> = {
  unknownEvent: ({ name, detail }) =>
    `GitHub knows no event "${name}"${detail === "" ? "" : `; the nearest is ${detail}`}.`,
  unknownType: ({ name, detail }) => `The event has no activity "${name}"; it has ${detail}.`,
  noTypes: ({ name }) => `The event ${name} has no activities to choose from.`,
  noFilter: ({ name, detail }) => `The event ${detail} is not filtered by ${name}.`,
  bothFilters: ({ name, detail }) =>
    `${name} and ${detail} exclude each other; use patterns that start with "!".`,
  badPattern: ({ name, detail }) => `The pattern "${name}" ${PATTERN_WORDS.get(detail) ?? "is none"}.`,
  badCron: ({ name, detail }) =>
    detail === "fields"
      ? `"${name}" has not the five fields of a schedule.`
      : `"${name}" names a time that does not exist.`,
  tooOften: ({ name }) => `"${name}" is more often than every 5 minutes, which GitHub does not start.`,
  badTimeZone: ({ name }) => `There is no time zone "${name}".`,
  badDefault: ({ name, detail }) => `The default "${name}" is not ${detail}.`,
  unusedDefault: ({ name }) =>
    `The default of "${name}" is never used, since whoever calls must give the input.`,
  noOptions: ({ name }) => `The input "${name}" is a choice without options.`,
  tooManyInputs: ({ name, detail }) => `${name} has more than the ${detail} inputs that GitHub takes.`,
};

const PATTERN_WORDS: ReadonlyMap<string, string> = new Map([
  ["character", "has a character that no name of a branch or tag has"],
  ["edge", "starts or ends with a character that nothing starts or ends with"],
  ["dots", "has a step of dots, which no name has"],
  ["range", "has a range in brackets that holds nothing"],
  ["bracket", "has a bracket that is not closed"],
  ["nothingBefore", "repeats nothing by ? or +"],
  ["negationOnly", "is an exclamation mark alone"],
]);
