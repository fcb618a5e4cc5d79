import { entryName, type YamlMap, type YamlNode, type YamlScalar } from "@plimsoll/syntax";

/** A scalar where it stands. */
export interface PlacedScalar {
  readonly scalar: YamlScalar;
  readonly parent: YamlMap | undefined;
  readonly steps: readonly (string | number)[];
}

interface Link {
  readonly up: Link | undefined;
  readonly step: string | number;
}

interface Entry {
  readonly scalar: YamlScalar;
  readonly parent: YamlMap | undefined;
  readonly link: Link | undefined;
}

/** All values of a document that are scalars, in the order of the text. */
export class Scalars {
  readonly #entries: Entry[] = [];

  constructor(root: YamlNode | undefined) {
    if (root !== undefined) this.#collect(root, undefined, undefined);
  }

  *[Symbol.iterator](): Generator<PlacedScalar> {
    for (const entry of this.#entries) yield placed(entry);
  }

  /** The last scalar that ends at or before an offset. */
  before(offset: number): PlacedScalar | undefined {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.scalar.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const entry = this.#entries[low - 1];
    return entry === undefined ? undefined : placed(entry);
  }

  /** The parser nests nodes at most 200 deep. */
  #collect(node: YamlNode, parent: YamlMap | undefined, link: Link | undefined): void {
    if (node.kind === "scalar") this.#entries.push({ scalar: node, parent, link });
    else if (node.kind === "map")
      for (const entry of node.entries)
        this.#collect(entry.value, node, { up: link, step: entryName(entry) });
    else if (node.kind === "sequence")
      for (const [index, item] of node.items.entries())
        this.#collect(item, undefined, { up: link, step: index });
  }
}

function placed({ scalar, parent, link }: Entry): PlacedScalar {
  const steps: (string | number)[] = [];
  for (let at = link; at !== undefined; at = at.up) steps.push(at.step);
  return { scalar, parent, steps: steps.reverse() };
}
