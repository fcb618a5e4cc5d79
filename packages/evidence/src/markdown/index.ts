export * from "./to-markdown.ts";
