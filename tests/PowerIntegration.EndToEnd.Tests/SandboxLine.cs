using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Sandbox.Commands;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The sandbox's command line in this process.</summary>
internal static class SandboxLine
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandRun.InvokeAsync(
            SandboxCommand.Create(),
            arguments,
            new InvocationConfiguration { Output = output, Error = error },
            SandboxDriver.Cancellation
        );
        return (code, output.ToString(), error.ToString());
    }
}
