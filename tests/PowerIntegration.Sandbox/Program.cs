using PowerIntegration.Sandbox.Commands;

return await SandboxCommand.Create().Parse(args).InvokeAsync();
