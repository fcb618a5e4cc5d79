/** Facts about objects that are worked out once and live exactly as long as their object. */
export interface Attached<Key extends object, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/** Hands its argument on in place of itself, so that the fields of a class that extends it are put onto that object. */
// oxlint-disable-next-line typescript/no-extraneous-class -- its constructor is what it is for.
class Onto {
  constructor(object: object) {
    // oxlint-disable-next-line no-constructor-return -- this is what the class is for.
    return object;
  }
}

/**
 * A table with objects as keys, as a weak map is, but each value is kept in its object, where nobody else sees it. The
 * collector of young objects takes the keys of a weak map for alive: with one, the trees of all files that were read since the
 * last full collection would be kept and moved, which costs more than the checks themselves.
 */
export function attached<Key extends object, Value>(): Attached<Key, Value> {
  class Holder extends Onto {
    #value: Value;

    constructor(object: object, value: Value) {
      super(object);
      this.#value = value;
    }

    static get(object: object): Value | undefined {
      return #value in object ? object.#value : undefined;
    }

    static set(object: object, value: Value): void {
      if (#value in object) object.#value = value;
      else void new Holder(object, value);
    }
  }
  return Holder;
}
