import { meshConfigurationPath, podsOf, type Problem, type Resource } from "@plimsoll/core";
import { CONTAINER_LISTS, type YamlPath } from "@plimsoll/syntax";
import { flawAt, flawAtKey, type Flaw } from "../shared-flaws/flaw.ts";
import { at, list, text } from "../shared-objects/values.ts";
import { isMeshImage, lastName } from "./components.ts";

/** The control plane's images. */
const CONTROL_PLANE: ReadonlySet<string> = new Set(["pilot", "istiod"]);
const POLICY = "COMPLIANCE_POLICY";
const FIPS = "fips-140-";

function isMarked(words: string, marks: readonly string[]): boolean {
  const lower = words.toLowerCase();
  return marks.some((mark) => lower.includes(mark.toLowerCase()));
}

/** Containers of the mesh whose images are no FIPS builds, and control planes that do not hold proxies to FIPS ciphers. */
export function* runImages(resource: Resource, marks: readonly string[]): Iterable<Problem<Flaw>> {
  for (const { path } of podsOf(resource)) {
    const spec = at(resource.value, ...path.map(String));
    for (const name of CONTAINER_LISTS) {
      for (const [index, container] of list(at(spec, name)).entries()) {
        const image = text(at(container, "image"));
        if (image === undefined || !isMeshImage(image)) continue;
        const place = [...path, name, index];
        if (!isMarked(image, marks)) yield flawAt(resource, "notFips", [...place, "image"], { value: image });
        if (CONTROL_PLANE.has(lastName(image)) && !hasPolicy(at(container, "env")))
          yield flawAtKey(resource, "noPolicy", [...place, "env"]);
      }
    }
  }
}

function hasPolicy(environment: unknown): boolean {
  return list(environment).some(
    (one) => at(one, "name") === POLICY && (text(at(one, "value")) ?? "").startsWith(FIPS),
  );
}

/** What an installer of the mesh says of its images; where it names none, the project's own are run. */
export function* configuredImages(resource: Resource, marks: readonly string[]): Iterable<Problem<Flaw>> {
  const configuration = meshConfigurationPath(resource);
  if (configuration === undefined) return;
  const values = valuesPath(resource, configuration);
  const found = values.flatMap((path) => statedAt(resource, path));
  const words = found.map(({ value }) => value).join(" ");
  if (!isMarked(words, marks)) {
    const place = found.at(-1)?.path ?? ["metadata", "name"];
    yield flawAt(resource, "notFips", place, {
      value: found.length === 0 ? "the images of its default" : found.map(({ value }) => value).join(":"),
    });
  }
  if (!values.some((path) => hasConfiguredPolicy(at(resource.value, ...path))))
    yield flawAt(resource, "noPolicy", ["metadata", "name"]);
}

/** Where values of the charts stand in an object of an installer. */
function valuesPath(resource: Resource, configuration: readonly string[]): readonly (readonly string[])[] {
  const values = configuration.slice(0, -1);
  return resource.kind === "IstioOperator" ? [["spec"], ["spec", "values"]] : [values];
}

interface Stated {
  readonly path: YamlPath;
  readonly value: string;
}

function statedAt(resource: Resource, values: readonly string[]): readonly Stated[] {
  return [
    ["hub"],
    ["global", "hub"],
    ["image"],
    ["pilot", "image"],
    ["global", "proxy", "image"],
    ["tag"],
    ["global", "tag"],
    ["global", "variant"],
  ].flatMap((path) => {
    const value = text(at(resource.value, ...values, ...path));
    return value === undefined || value === "" ? [] : [{ path: [...values, ...path], value }];
  });
}

function hasConfiguredPolicy(values: unknown): boolean {
  return [at(values, "pilot", "env"), at(values, "env")].some((environment) =>
    (text(at(environment, POLICY)) ?? "").startsWith(FIPS),
  );
}
