using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using PowerIntegration.Packer.Verification.Rows;

namespace PowerIntegration.Packer;

/// <summary>The verb verify.</summary>
internal static class VerifyCommand
{
    public static Command Create(RepositorySources repository) =>
        new Command("verify", "Check the four solutions, the connector definition and the rows that ship. Each problem is printed as one sentence.")
        {
            repository.Folder,
        }
            .WithExamples(
                "dotnet run --project solution/PowerIntegration.Packer -- verify",
                "dotnet run --project solution/PowerIntegration.Packer -- verify --folder contoso"
            )
            .Does(arguments => Verify(arguments, repository));

    private static int Verify(ParseResult arguments, RepositorySources repository)
    {
        (string subject, IReadOnlyList<Finding> findings) = arguments.GetValue(repository.Folder) is { } folder
            ? (folder.FullName, SolutionVerifier.VerifyForPacking([UnpackedSolution.Read(folder.FullName)]))
            : ("the connector, core, flows and approvals solutions and the rows that ship", OfRepository(arguments, repository));
        VerbRun.Print(arguments, findings.Select(finding => finding.ToString()));
        VerbRun.Print(arguments, $"Verified {subject}: {VerbRun.Count(findings.Count, "finding")}.");
        return findings.Count == 0 ? VerbRun.Done : VerbRun.Refused;
    }

    private static IReadOnlyList<Finding> OfRepository(ParseResult arguments, RepositorySources repository)
    {
        UnpackedSolution[] solutions = repository.Solutions(arguments);
        return
        [
            .. SolutionVerifier.Verify(solutions, repository.Definition(arguments)),
            .. ShippedRowsVerifier.Verify(repository.Rows(arguments), solutions),
        ];
    }
}
