import { parseYaml, readResources, walkYaml, type YamlEntry, type YamlNode } from "@plimsoll/syntax";
import { Random } from "../fuzz/random.ts";

/** A right text made wrong at one place, and the finding that must stand there, in offsets of the file. */
export interface Mutation {
  readonly what: string;
  readonly text: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly entry: YamlEntry;
  readonly path: readonly (string | number)[];
}

/** Keys whose maps take any key. Known by hand: the schemas that are to be proved are not asked. */
const FREE: ReadonlySet<string | number> = new Set([
  ...["labels", "annotations", "matchLabels", "nodeSelector", "selector", "data", "stringData", "binaryData"],
  ...["limits", "requests", "capacity", "allocatable", "hard", "default", "defaultRequest", "max", "min"],
  ...["parameters", "options", "volumeAttributes", "maxLimitRequestRatio", "openAPIV3Schema", "overhead"],
]);
/** Keys whose values are a closed set wherever they stand in the corpora. */
const CLOSED: ReadonlySet<string | number> = new Set([
  ...["protocol", "imagePullPolicy", "restartPolicy", "pathType", "whenUnsatisfiable", "dnsPolicy"],
  ...["terminationMessagePolicy", "volumeMode", "externalTrafficPolicy", "procMount"],
]);

/** One renamed field, one value of another type and one unknown word for each object of the text, chosen by the seed. */
export function mutationsOf(text: string, seed: number): readonly Mutation[] {
  const random = new Random(seed);
  return parseYaml(text).documents.flatMap((placed) =>
    readResources(placed).flatMap(({ node }) => {
      const places = placesIn(node);
      const kinds = [renamed, retyped, reworded];
      return kinds.flatMap((kind) => {
        const fitting = places.filter((place) => kind.fits(place));
        return fitting.length === 0 ? [] : [kind.make(text, random.pick(fitting), placed.offset)];
      });
    }),
  );
}

function placesIn(root: YamlNode): readonly Place[] {
  const places: Place[] = [];
  walkYaml(root, (node, path) => {
    if (node.kind !== "map") return;
    for (const entry of node.entries) {
      const { key } = entry;
      if (key.kind === "scalar" && key.text !== "<<" && !key.text.startsWith("$"))
        places.push({ entry, path: [...path, key.text] });
    }
  });
  return places.filter(({ path }) => path.length > 1 || (path[0] !== "apiVersion" && path[0] !== "kind"));
}

interface Kind {
  readonly fits: (place: Place) => boolean;
  readonly make: (text: string, place: Place, offset: number) => Mutation;
}

const renamed: Kind = {
  fits: ({ entry: { key }, path }) =>
    key.kind === "scalar" && key.style === "plain" && !path.slice(0, -1).some((step) => FREE.has(step)),
  make: (text, { entry: { key }, path }, offset) => ({
    what: `${path.join(".")} renamed`,
    text: `${text.slice(0, offset + key.end)}Zq${text.slice(offset + key.end)}`,
    rule: "kubernetes/fields-known",
    start: offset + key.start,
    end: offset + key.end + 2,
  }),
};

const retyped: Kind = {
  fits: ({ entry: { value } }) =>
    value.kind === "scalar" && value.end > value.start && ["plain", "single", "double"].includes(value.style),
  make: (text, { entry: { key, value }, path }, offset) => ({
    what: `${path.join(".")} made a map`,
    text: `${text.slice(0, offset + value.start)}{zq: 1}${text.slice(offset + value.end)}`,
    rule: "kubernetes/field-types-right",
    start: offset + key.start,
    end: offset + key.end,
  }),
};

const reworded: Kind = {
  fits: ({ entry: { value }, path }) =>
    CLOSED.has(path.at(-1) ?? "") &&
    value.kind === "scalar" &&
    value.style === "plain" &&
    !path.includes("status"),
  make: (text, { entry: { value }, path }, offset) => ({
    what: `${path.join(".")} reworded`,
    text: `${text.slice(0, offset + value.start)}Zqzqzq${text.slice(offset + value.end)}`,
    rule: "kubernetes/field-values-allowed",
    start: offset + value.start,
    end: offset + value.start + 6,
  }),
};
