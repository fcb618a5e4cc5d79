export * from "./source-text.ts";
export * from "./span.ts";
export * from "./text-edit.ts";
export * from "./attached.ts";
