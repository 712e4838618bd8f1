using PowerIntegration.CommandLine;
using PowerIntegration.Packer;

return await CommandRun.InvokeAsync(PackerCommand.Create(), args);
