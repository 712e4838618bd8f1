using PowerIntegration.Tool;

return await ToolCommand.Create().Parse(args).InvokeAsync();
