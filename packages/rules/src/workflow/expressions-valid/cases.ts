import type { RuleCases } from "@plimsoll/core";

const job = (body: string): string => `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${body}`;
const run = (script: string): string => job(`    steps:\n      - run: ${script}\n`);

export const cases: RuleCases = {
  pass: [
    {
      name: "contexts and functions at their places",
      text: job(
        "    if: github.ref == 'refs/heads/main' && !cancelled()\n    env:\n      A: ${{ vars.A || format('{0}-{1}', github.sha, 1) }}\n    outputs:\n      x: ${{ steps.one.outputs.x }}\n    steps:\n      - id: one\n        run: echo ${{ env.A }} ${{ github.event.commits.*.id[0] }}\n      - run: echo ${{ steps.one.outputs.x }} ${{ hashFiles('**/lock') }} ${{ toJSON(matrix) }}\n        if: ${{ always() && steps.one.outcome == 'success' }}\n",
      ),
    },
    {
      name: "outputs of jobs that are needed, and a matrix",
      text: "on:\n  workflow_dispatch:\n    inputs: {Name: {type: boolean}}\njobs:\n  a:\n    runs-on: x\n    outputs: {digest: y}\n    steps: [{run: ls}]\n  b:\n    needs: a\n    runs-on: ${{ matrix.os }}\n    strategy:\n      matrix:\n        os: [a, b]\n        include: [{os: c, extra: 1}]\n    steps:\n      - run: echo ${{ needs.a.outputs.digest }} ${{ matrix.extra }} ${{ inputs.name }}\n",
    },
    {
      name: "a composite action",
      path: "a/action.yml",
      text: "inputs: {a: {description: x}}\noutputs:\n  o: {value: '${{ steps.s.outputs.o }}'}\nruns:\n  using: composite\n  steps:\n    - id: s\n      shell: bash\n      run: echo ${{ inputs.a }}\n",
    },
    {
      name: "outputs of a local action and of a called workflow",
      text: "on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yaml\n  c:\n    needs: a\n    runs-on: x\n    steps:\n      - id: s\n        uses: ./act\n      - run: echo ${{ needs.a.outputs.o }} ${{ steps.s.outputs.p }}\n",
      siblings: {
        "../../.github/workflows/b.yaml": "on: {workflow_call: {outputs: {o: {value: x}}}}\njobs: {}\n",
        "../../act/action.yml": "outputs: {p: {value: x}}\nruns: {using: composite, steps: []}\n",
      },
    },
  ],
  fail: [
    {
      name: "an expression that cannot be read",
      text: run('echo ${{ "a" }}'),
      findings: [
        {
          at: "6:23-6:24",
          problem: "syntax",
          message: "The expression cannot be read: Strings of expressions stand in single quotes.",
        },
      ],
      fixed: null,
    },
    {
      name: "contexts that do not exist, or not here",
      text: job("    env:\n      A: ${{ env.B }}\n    steps:\n      - run: echo ${{ git.sha }}\n"),
      findings: [
        {
          at: "6:14-6:17",
          problem: "contextNotAvailable",
          message:
            'The context "env" does not exist here; known are github, inputs, vars, needs, strategy, matrix, secrets.',
        },
        { at: "8:23-8:26", problem: "unknownContext" },
      ],
      fixed: null,
    },
    {
      name: "functions that do not exist, or not here, or take something else",
      text: run(
        "echo ${{ trim(github.sha) }} ${{ always() }} ${{ contains('a') }} ${{ format('{0}{1}', 1) }}",
      ),
      findings: [
        { at: "6:23-6:27", problem: "unknownFunction" },
        { at: "6:47-6:53", problem: "functionNotAvailable" },
        {
          at: "6:63-6:71",
          problem: "argumentCount",
          message: "The function contains takes 2, not 1 arguments.",
        },
        {
          at: "6:84-6:90",
          problem: "badFormat",
          message: "The text of format has no value for {1}.",
        },
      ],
      fixed: null,
    },
    {
      name: "properties that nothing has",
      text: "on: workflow_dispatch\njobs:\n  a:\n    runs-on: x\n    outputs: {o: y}\n    steps:\n      - run: echo ${{ steps.s.outputs.x }} ${{ inputs.b }}\n      - id: s\n        run: echo ${{ github.repository.owner }}\n  b:\n    needs: a\n    runs-on: x\n    steps:\n      - run: echo ${{ needs.a.outputs.p }} ${{ needs.c.result }}\n",
      findings: [
        { at: "7:29-7:30", problem: "unknownProperty" },
        { at: "7:55-7:56", problem: "unknownProperty", message: '"b" does not exist here.' },
        { at: "9:41-9:46", problem: "wrongType" },
        {
          at: "14:39-14:40",
          problem: "unknownProperty",
          message: '"p" does not exist here; known are o.',
        },
        { at: "14:54-14:55", problem: "unknownProperty" },
      ],
      fixed: null,
    },
    {
      name: "values of a type that the place does not take",
      text: job(
        "    strategy: {matrix: {a: [[1]], b: [x]}}\n    steps:\n      - run: echo ${{ github.event }} ${{ matrix.a == 1 }} ${{ fromJSON('{') }}\n        env: ${{ matrix.b }}\n",
      ),
      findings: [
        { at: "7:19-7:38", problem: "noText" },
        { at: "7:43-7:56", problem: "wrongType" },
        { at: "7:73-7:76", problem: "badJson" },
        { at: "8:14-8:29", problem: "noObject" },
      ],
      fixed: null,
    },
  ],
};
