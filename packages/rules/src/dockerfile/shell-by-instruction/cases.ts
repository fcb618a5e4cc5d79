import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "SHELL",
      text: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN ln -s /bin/bash /usr/local/bin/sh\n',
    },
    {
      name: "PowerShell as the shell of the steps, on a file, or in JSON form",
      text: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN powershell -File C:/setup.ps1\nRUN ["powershell", "-Command", "Get-Item", "C:/"]\nSHELL ["powershell", "-Command"]\nRUN Get-Item C:/\n',
    },
    { name: "the other way round", text: "FROM debian:12\nRUN ln -s /bin/sh /bin/ash && cp /bin/sh /x/\n" },
  ],
  fail: [
    {
      name: "a link",
      text: "FROM debian:12\nRUN ln -sf /bin/bash /bin/sh\nRUN rm /bin/sh && ln -s bash /bin/sh\n",
      findings: [
        {
          at: "2:5-2:7",
          problem: "replaced",
          message:
            "Program /bin/sh is replaced, which scripts of packages rely on: name the shell with SHELL.",
        },
        { at: "3:19-3:21", problem: "replaced" },
      ],
      fixed: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nSHELL ["/bin/bash", "-c"]\n',
    },
    {
      name: "PowerShell inside the shell of the step",
      text: "FROM mcr.microsoft.com/powershell:lts\nRUN pwsh -NoProfile -c 'Get-Item /'\nRUN powershell -Command Get-Item /\n",
      findings: [
        {
          at: "2:5-2:9",
          problem: "nested",
          message:
            "PowerShell runs inside another shell, which reads the quotes of its script first: name it with SHELL.",
        },
        { at: "3:5-3:15", problem: "nested" },
      ],
      fixed: null,
    },
    {
      name: "among other commands, and by the tools of Debian",
      text: 'FROM debian:12\nRUN make && mv /bin/zsh /usr/bin/sh\nRUN echo "dash dash/sh boolean false" | debconf-set-selections && dpkg-reconfigure dash\nRUN update-alternatives --install /bin/sh sh /bin/bash 100\n',
      findings: [
        { at: "2:13-2:15", problem: "replaced" },
        { at: "3:67-3:83", problem: "replaced" },
        { at: "4:5-4:24", problem: "replaced" },
      ],
      fixed: null,
    },
  ],
};
