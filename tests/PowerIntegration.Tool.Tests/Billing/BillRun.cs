using PowerIntegration.CommandLine;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>One run of <c>bill</c> in this process: its exit code and what it wrote.</summary>
internal sealed record BillRun(int ExitCode, string Output, string Error)
{
    public static async Task<BillRun> OfAsync(params string[] arguments)
    {
        using StringWriter output = new(),
            error = new();
        var exitCode = await CommandRun.InvokeAsync(ToolCommand.Create(), ["bill", .. arguments], new() { Output = output, Error = error });
        return new BillRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Bills a contract that is given as text.</summary>
    public static async Task<BillRun> OfTextAsync(string contract, params string[] options)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("bill").FullName, "contract.json");
        try
        {
            await File.WriteAllTextAsync(file, contract);
            return await OfAsync([file, .. options]);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
