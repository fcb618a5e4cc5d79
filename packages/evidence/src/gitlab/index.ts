export * from "./to-gitlab.ts";
