-- Drives Neovim's own client, on its events: waits for a finding, takes the preferred fix of it, waits until it is gone, writes the
-- file and says what was seen. The test gives the code in the environment.
local code = vim.env.PLIMSOLL_CODE
local buffer = vim.api.nvim_get_current_buf()
local seen = { before = {}, after = {} }
local fixed = false

local function codes()
  return vim.tbl_map(function(diagnostic)
    return diagnostic.code or diagnostic.user_data.lsp.code
  end, vim.diagnostic.get(buffer))
end

local function finish()
  seen.after = codes()
  local client = vim.lsp.get_active_clients()[1]
  local capabilities = client.server_capabilities
  seen.formats = capabilities.documentFormattingProvider ~= nil or capabilities.document_formatting == true
  vim.cmd("silent write")
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.PLIMSOLL_OUTPUT)
  vim.cmd("quitall!")
end

local function fix(line)
  local textDocument = vim.lsp.util.make_text_document_params(buffer)
  local start = { line = line, character = 0 }
  local params = { textDocument = textDocument, range = { start = start, ["end"] = start }, context = { diagnostics = {} } }
  vim.lsp.buf_request(buffer, "textDocument/codeAction", params, function(_, actions, context)
    local offered = vim.tbl_filter(function(action)
      return action.isPreferred == true and action.edit ~= nil
    end, actions or {})
    seen.actions = vim.tbl_map(function(action)
      return action.title
    end, offered)
    local client = vim.lsp.get_client_by_id(context.client_id)
    vim.lsp.util.apply_workspace_edit(offered[1].edit, client.offset_encoding)
  end)
end

local function look()
  local found = vim.tbl_filter(function(diagnostic)
    return (diagnostic.code or diagnostic.user_data.lsp.code) == code
  end, vim.diagnostic.get(buffer))
  if not fixed and #found > 0 then
    fixed = true
    seen.before = codes()
    fix(found[1].lnum)
  elseif fixed and #found == 0 and #codes() > 0 then
    -- Neovim empties the list before it fills it; the file has other findings, which stay.
    vim.schedule(finish)
  end
end

vim.api.nvim_create_autocmd("DiagnosticChanged", { callback = look })
look()
