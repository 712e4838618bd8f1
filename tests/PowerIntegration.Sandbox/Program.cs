using PowerIntegration.CommandLine;
using PowerIntegration.Sandbox.Commands;

return await CommandRun.InvokeAsync(SandboxCommand.Create(), args);
