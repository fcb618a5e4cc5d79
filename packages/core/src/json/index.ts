export * from "./parse-json-text.ts";
export * from "./plain.ts";
