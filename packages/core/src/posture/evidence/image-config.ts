import { isRecord, listOf, memberOf, textOf } from "../../json/index.ts";

const LOWEST_FREE_PORT = 1024;
const MAXIMUM_AGE = 90 * 24 * 60 * 60 * 1_000;
/** Parts of names of variables that hold secrets. */
const SECRET_WORDS = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "PRIVATE_KEY", "API_KEY", "ACCESS_KEY"];

/** What in the configuration of an image is against the guide for images: user, ports, variables. */
export function imageConfigProblems(config: unknown): readonly string[] {
  const settings = memberOf(config, "config");
  return [...userProblems(settings), ...portProblems(settings), ...variableProblems(settings)];
}

function userProblems(settings: unknown): readonly string[] {
  const user = (textOf(memberOf(settings, "User")) ?? "").split(":", 1)[0] ?? "";
  if (user === "") return ["The image names no user, so it runs as root"];
  return user === "root" || Number(user) === 0 ? ["The image runs as root"] : [];
}

function portProblems(settings: unknown): readonly string[] {
  const exposed = memberOf(settings, "ExposedPorts");
  if (!isRecord(exposed)) return [];
  const low = Object.keys(exposed).filter((port) => Number(port.split("/", 1)[0]) < LOWEST_FREE_PORT);
  return low.length === 0 ? [] : [`The image exposes ${low.join(", ")}, below 1024`];
}

function variableProblems(settings: unknown): readonly string[] {
  const names = listOf(memberOf(settings, "Env"))
    .flatMap((entry) => textOf(entry) ?? [])
    .filter((entry) => !entry.endsWith("="))
    .map((entry) => entry.split("=", 1)[0] ?? "");
  const secret = names.filter((name) => SECRET_WORDS.some((word) => name.toUpperCase().includes(word)));
  return secret.length === 0 ? [] : [`The image keeps ${secret.join(", ")} in its environment`];
}

/** Whether an image says that it was made more than 90 days ago. An invented date, such as 1970, says nothing. */
export function tooOld(config: unknown, now: number): boolean {
  const created = Date.parse(textOf(memberOf(config, "created")) ?? "");
  return !Number.isNaN(created) && created > Date.UTC(2000) && now - created > MAXIMUM_AGE;
}
