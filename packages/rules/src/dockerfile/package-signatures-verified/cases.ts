import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "plain installs",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y curl && apk add a && dnf install -y b && rpm -i c.rpm\n",
    },
    {
      name: "the check is on",
      text: "FROM fedora:40\nRUN dnf install -y --setopt=gpgcheck=1 a && echo 'gpgcheck=1' >> /etc/yum.repos.d/a.repo\n",
    },
    {
      name: "the check is turned on, or looked for",
      text: "FROM fedora:40\nRUN sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.repos.d/a.repo && ! grep -r gpgcheck=0 /etc/yum.repos.d\n",
    },
    {
      name: "a signed source",
      text: 'FROM debian:12\nRUN echo "deb [signed-by=/k.gpg] https://example.com/apt stable main" > /etc/apt/sources.list.d/a.list\n',
    },
    { name: "the same words as text", text: "FROM debian:12\nRUN echo --nogpgcheck --allow-untrusted\n" },
  ],
  fail: [
    {
      name: "switches of package managers",
      text: `FROM debian:12 AS build
RUN apt-get install -y --allow-unauthenticated --force-yes a
RUN apk add --no-cache --allow-untrusted ./b.apk && yum -y --nogpgcheck install c
RUN rpm --nosignature --nodigest -i d.rpm && zypper --no-gpg-checks \\
    install -y e
`,
      findings: [
        {
          at: "2:24-2:47",
          problem: "notVerified",
          message: '"--allow-unauthenticated" lets packages in whose signature nobody checks.',
        },
        { at: "2:48-2:59", problem: "notVerified" },
        { at: "3:24-3:41", problem: "notVerified" },
        { at: "3:60-3:72", problem: "notVerified" },
        { at: "4:9-4:22", problem: "notVerified" },
        { at: "4:23-4:33", problem: "notVerified" },
        { at: "4:53-4:68", problem: "notVerified" },
      ],
      fixed:
        "FROM debian:12 AS build\nRUN apt-get install -y a\nRUN apk add --no-cache ./b.apk && yum -y install c\nRUN rpm -i d.rpm && zypper \\\n    install -y e\n",
    },
    {
      name: "settings",
      text: `FROM fedora:40
RUN sed -i 's/gpgcheck=1/gpgcheck=0/' /etc/yum.repos.d/a.repo && dnf install -y --setopt=gpgcheck=false b
RUN apt-get -o APT::Get::AllowUnauthenticated=true install -y c
`,
      findings: [
        { at: "2:26-2:36", problem: "notVerified" },
        { at: "2:90-2:104", problem: "notVerified" },
        { at: "3:26-3:51", problem: "notVerified" },
      ],
      fixed: `FROM fedora:40
RUN sed -i 's/gpgcheck=1/gpgcheck=1/' /etc/yum.repos.d/a.repo && dnf install -y --setopt=gpgcheck=true b
RUN apt-get -o APT::Get::AllowUnauthenticated=false install -y c
`,
    },
    {
      name: "a source that is trusted without a signature",
      text: 'FROM debian:12\nRUN echo "deb [trusted=yes] https://example.com/apt ./" > /etc/apt/sources.list.d/a.list\n',
      findings: [
        {
          at: "2:16-2:27",
          problem: "notVerified",
          message: '"trusted=yes" lets packages in whose signature nobody checks.',
        },
      ],
      fixed: null,
    },
    {
      name: "repository files that are written in place",
      text: "FROM fedora:40\nCOPY <<EOF /etc/yum.repos.d/a.repo\n[a]\ngpgcheck=0\nEOF\nRUN cat > /etc/yum.repos.d/b.repo <<EOF\n[b]\nrepo_gpgcheck = 0\nEOF\n",
      findings: [
        { at: "4:1-4:11", problem: "notVerified" },
        { at: "8:1-8:18", problem: "notVerified" },
      ],
      fixed: `FROM fedora:40
COPY <<EOF /etc/yum.repos.d/a.repo
[a]
gpgcheck=1
EOF
RUN cat > /etc/yum.repos.d/b.repo <<EOF
[b]
repo_gpgcheck = 1
EOF
`,
    },
  ],
};
