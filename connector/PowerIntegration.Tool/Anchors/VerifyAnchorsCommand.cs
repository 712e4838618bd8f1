using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Domain.Drift;

namespace PowerIntegration.Tool.Anchors;

/// <summary><c>verify-anchors</c>: says whether a file of anchored hashes is one whole chain. It needs no environment.</summary>
internal static class VerifyAnchorsCommand
{
    /// <summary>Exit code where the chain is not whole.</summary>
    private const int Broken = 1;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Option<FileInfo>("--file")
        {
            Description = "The file that the gateway's setting Gateway:AnchorFile names, or a copy.",
            Required = true,
        }.MustExist();
        var last = new Option<string?>("--last-hash")
        {
            Description = "Hash of a link that was noted elsewhere, such as in the run history of the nightly flow. The chain must have it.",
        };
        var command = new Command(
            "verify-anchors",
            "Verifies the chain of hashes that the gateway keeps outside Dataverse. "
                + "Exit code: 0 if it is whole, 1 if it is not, 2 if the command has a mistake."
        )
        {
            file,
            last,
        }.WithExamples("dotnet run --project connector/PowerIntegration.Tool -- verify-anchors --file anchors.jsonl");
        command.SetAction(result => Run(result, result.GetValue(file)!, result.GetValue(last)));
        return command;
    }

    private static int Run(ParseResult result, FileInfo file, string? noted)
    {
        string text;
        try
        {
            text = File.ReadAllText(file.FullName);
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine(mistake.Message);
            return CommandRun.Mistake;
        }

        var links = new List<HashLink>();
        if ((HashLinkText.ReadAll(text, links) ?? HashChain.Fault(links) ?? Missing(links, noted)) is { } fault)
        {
            result.InvocationConfiguration.Error.WriteLine($"The chain is not whole. {fault}");
            return Broken;
        }

        var output = result.InvocationConfiguration.Output;
        output.WriteLine(
            links.Count == 0
                ? "The file has no link."
                : $"The chain is whole: {links.Count:N0} links with {links.Sum(link => link.Hashes.Count):N0} hashes, from "
                    + $"{links[0].AnchoredOn:yyyy-MM-dd} to {links[^1].AnchoredOn:yyyy-MM-dd}. The last link has the hash {links[^1].Hash}."
        );
        return 0;
    }

    private static string? Missing(List<HashLink> links, string? noted) =>
        noted is null || links.Exists(link => string.Equals(link.Hash, noted.Trim(), StringComparison.OrdinalIgnoreCase))
            ? null
            : $"No link has the hash {noted}. The chain was cut or replaced after it was noted.";
}
