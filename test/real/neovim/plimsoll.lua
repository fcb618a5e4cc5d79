local client
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "dockerfile", "yaml", "json", "helm" },
  callback = function(event)
    client = client or vim.lsp.start_client({
      name = "plimsoll",
      cmd = { "plimsoll-language-server", "--stdio" },
      root_dir = vim.fn.getcwd(),
    })
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})
