export { expressionsIn, wholeExpression } from "./expression/find.ts";
export type * from "./expression/nodes.ts";
export { EXPRESSION_DEPTH } from "./expression/parse.ts";
export { childrenOf, contextChains, contextPath, walkExpression } from "./expression/walk.ts";
export type * from "./nodes.ts";
export { readAction, readWorkflow } from "./read-workflow.ts";
export { EXPRESSION_CHARACTER, stepShell } from "./step-shell.ts";
export { readUses } from "./uses-reference.ts";
