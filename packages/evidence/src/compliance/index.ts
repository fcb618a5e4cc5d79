export type { ComplianceSubject } from "./compliance-subject.ts";
export { toCkl } from "./to-ckl.ts";
export { toCklb } from "./to-cklb.ts";
export { toComplianceHtml } from "./to-compliance-html.ts";
export { toComplianceJunit } from "./to-compliance-junit.ts";
export { toComplianceMarkdown } from "./to-compliance-markdown.ts";
export { toComplianceSarif } from "./to-compliance-sarif.ts";
