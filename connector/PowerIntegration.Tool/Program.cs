using PowerIntegration.CommandLine;
using PowerIntegration.Tool;

return await CommandRun.InvokeAsync(ToolCommand.Create(), args);
