import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "saved and compared",
      text: "FROM alpine:3.20\nRUN curl -fsSLo i.sh https://example.com/i.sh && echo 'abc  i.sh' | sha256sum -c && sh i.sh\n",
    },
    {
      name: "unpacked only",
      text: "FROM alpine:3.20\nRUN curl -fsSL https://example.com/a.tgz | tar xz -C /opt\n",
    },
    {
      name: "read as data",
      text: "FROM alpine:3.20\nRUN curl -s https://example.com/a.json | python3 -c 'import sys; print(sys.stdin.read())' && curl -s https://example.com/b | python3 check.py\n",
    },
    { name: "something else is piped", text: "FROM alpine:3.20\nRUN cat install.sh | sh\n" },
    {
      name: "the health check of the running image",
      text: "FROM alpine:3.20\nHEALTHCHECK CMD curl -s localhost | sh\n",
    },
    {
      name: "a value that is fetched",
      text: 'FROM alpine:3.20\nRUN sh build.sh "$(curl -s https://example.com/version)"\n',
    },
  ],
  fail: [
    {
      name: "piped to a shell, by sudo, with steps between",
      text: "FROM alpine:3.20\nRUN curl -fsSL https://example.com/i.sh | bash -s -- --yes\nRUN apk add a && wget -qO- https://example.com/i | tee log \\\n  | sudo -E sh -\n",
      findings: [
        {
          at: "2:5-2:9",
          problem: "pipedToShell",
          message: "What curl fetches is run by bash at once: save it, compare its checksum, then run it.",
        },
        { at: "3:18-3:22", problem: "pipedToShell" },
      ],
      fixed: null,
    },
    {
      name: "as code of a command",
      text: 'FROM alpine:3.20\nRUN sh -c "$(curl -fsSL https://example.com/i.sh)"\nRUN bash <(wget -qO- https://example.com/i.sh) && eval "$(curl -s https://example.com/e)"\n',
      findings: [
        { at: "2:14-2:18", problem: "pipedToShell" },
        { at: "3:12-3:16", problem: "pipedToShell" },
        { at: "3:59-3:63", problem: "pipedToShell" },
      ],
      fixed: null,
    },
    {
      name: "an installer in Python, inside a heredoc and a shell string",
      text: 'FROM alpine:3.20 AS build\nRUN <<EOF\ncurl -sSL https://example.com/poetry.py | python3 -\nEOF\nRUN ["bash", "-c", "curl https://example.com/i | sh"]\nFROM scratch\n',
      findings: [
        { at: "3:1-3:5", problem: "pipedToShell" },
        { at: "5:21-5:25", problem: "pipedToShell" },
      ],
      fixed: null,
    },
  ],
};
