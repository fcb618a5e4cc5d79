import { attached, type Dockerfile } from "@plimsoll/syntax";

/** One table for all facts of a file, since every weak table costs the garbage collector. */
const FACTS = attached<Dockerfile, Map<symbol, unknown>>();

/** Works out a fact of a file on first use and keeps it for as long as the file's tree is kept. */
export function fileMemo<Fact>(make: (file: Dockerfile) => Fact): (file: Dockerfile) => Fact {
  const key = Symbol("fact");
  return (file) => {
    let facts = FACTS.get(file);
    if (facts === undefined) FACTS.set(file, (facts = new Map()));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this function knows the key, so `make` gave it.
    if (facts.has(key)) return facts.get(key) as Fact;
    const fact = make(file);
    facts.set(key, fact);
    return fact;
  };
}
