import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a workspace without an inventory",
      path: "plimsoll.yaml",
      text: `profile: general
`,
    },
    {
      name: "the whole way",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: logging-agent
      product: Fluent Bit
    - category: log-storage
      product: Loki
  logFlow:
    analysis: cyber defence, tier 2
    alerts: Alertmanager
    incidents: Jira
    monitoring:
      application: Prometheus
      compute: Prometheus
      storage: Prometheus
      network: Hubble
      security: NeuVector
      data: audit log
`,
    },
    {
      name: "parts by tools or by fields",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: logging-agent
      product: Fluent Bit
    - category: siem-soar
      product: Splunk
  logFlow:
    store: the platform's OpenSearch
    alerts: Alertmanager
    incidents: Jira
    monitoring:
      application: Prometheus
      compute: Prometheus
      storage: Prometheus
      network: Hubble
      security: NeuVector
      data: audit log
`,
    },
  ],
  fail: [
    {
      name: "nothing behind the store",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: logging-agent
      product: Fluent Bit
    - category: log-storage
      product: Loki
`,
      findings: [
        { at: "1:1-1:10", problem: "noAnalysis" },
        { at: "1:1-1:10", problem: "noAlerts" },
        { at: "1:1-1:10", problem: "noIncidents" },
        { at: "1:1-1:10", problem: "notMonitored" },
      ],
      fixed: null,
    },
    {
      name: "no store, and data is not monitored",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: logging-agent
      product: Fluent Bit
  logFlow:
    analysis: cyber defence, tier 2
    alerts: Alertmanager
    incidents: Jira
    monitoring:
      application: Prometheus
      compute: Prometheus
      storage: Prometheus
      network: Hubble
      security: NeuVector
`,
      findings: [
        { at: "1:1-1:10", problem: "noStore" },
        { at: "1:1-1:10", problem: "notMonitored" },
      ],
      fixed: null,
    },
  ],
};
