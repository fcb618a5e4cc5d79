import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "an application", text: "FROM alpine:3.20\nRUN apk add --no-cache nginx\nCOPY app /app\n" },
    {
      name: "the agent's own image",
      text: "FROM fluent/fluent-bit:3.1\nCOPY fluent-bit.conf /fluent-bit/etc/\n",
    },
    {
      name: "in a stage that is only copied from",
      text: "FROM debian:12 AS test\nRUN apt-get install -y filebeat\nFROM debian:12\nCOPY --from=test /report /report\n",
    },
    {
      name: "a configuration, or a client",
      text: "FROM debian:12\nCOPY filebeat.yml fluent-bit.conf /etc/app/\nRUN pip install fluent-logger\n",
    },
    { name: "removed", text: "FROM debian:12\nRUN apt-get purge -y td-agent\n" },
  ],
  fail: [
    {
      name: "installed as a package",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y \\\n    nginx filebeat=8.1.0 \\\n    td-agent\n",
      findings: [
        {
          at: "3:11-3:25",
          problem: "agent",
          message:
            "Elastic Agent / Filebeat is put into the image: the platform runs it beside the application, and updates it there.",
        },
        { at: "4:5-4:13", problem: "agent" },
      ],
      fixed: null,
    },
    {
      name: "copied out of its image, or from the build context",
      text: "FROM debian:12\nCOPY --from=fluent/fluent-bit:3.1 /fluent-bit/bin/fluent-bit /usr/bin/\nCOPY falcon-sensor_7.1_amd64.deb /tmp/\nRUN dpkg -i /tmp/falcon-sensor_7.1_amd64.deb\n",
      findings: [
        { at: "2:13-2:34", problem: "agent" },
        { at: "3:6-3:33", problem: "agent" },
        { at: "4:13-4:45", problem: "agent" },
      ],
      fixed: null,
    },
    {
      name: "fetched",
      text: "FROM debian:12\nRUN curl -fsSLO https://artifacts.example.com/beats/filebeat/filebeat-8.1.0-amd64.deb && apt-get install -y ./filebeat-8.1.0-amd64.deb\n",
      findings: [
        { at: "2:17-2:86", problem: "agent" },
        { at: "2:109-2:135", problem: "agent" },
      ],
      fixed: null,
    },
  ],
};
