using System.Diagnostics;
using PowerIntegration.Local.Tests.Flows;
using Xunit;

namespace PowerIntegration.Tool.Tests.VendorMatching;

/// <summary>The generator of vendors and suppliers with its judge, which lies beside the checkout.</summary>
internal static class GeneratedVendors
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "..", "shared", "generators", "matching");

    /// <summary>Runs one of its programs; skips the test where generator or python3 are missing.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "shared/generators/matching is not beside this checkout.");
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("python3", [Path.Combine(Folder, program), .. arguments]) { RedirectStandardOutput = true }
            )!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed.");
            throw;
        }
    }
}
