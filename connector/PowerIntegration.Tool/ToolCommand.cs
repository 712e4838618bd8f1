using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Tool.Anchors;
using PowerIntegration.Tool.Billing;
using PowerIntegration.Tool.Coverage;
using PowerIntegration.Tool.Duplicates;
using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Rights;
using PowerIntegration.Tool.VendorMatching;

namespace PowerIntegration.Tool;

/// <summary>The command line: one subcommand for each task on files or on an environment.</summary>
public static class ToolCommand
{
    /// <summary>The root command with its subcommands.</summary>
    /// <param name="surroundings">What <c>check</c>, <c>coverage</c> and <c>map</c> take from the machine; null for the machine's own.</param>
    public static RootCommand Create(Surroundings? surroundings = null) =>
        new RootCommand("PowerIntegration commands that work on files or on an environment.")
        {
            BillCommand.Create(),
            CheckDuplicatesCommand.Create(),
            CoverageCommand.Create(surroundings ?? Surroundings.Machine),
            MapCommand.Create(surroundings ?? Surroundings.Machine),
            MatchVendorsCommand.Create(),
            VerifyAnchorsCommand.Create(),
            CheckCommand.Create(surroundings ?? Surroundings.Machine),
        }.WithExamples(
            "dotnet run --project connector/PowerIntegration.Tool -- bill connector/PowerIntegration.Tool/contracts/switchgear.jsonc",
            "dotnet run --project connector/PowerIntegration.Tool -- check-duplicates --files INVOICES --out RESULT",
            "dotnet run --project connector/PowerIntegration.Tool -- coverage --files STRUCTURE --out RESULT",
            "dotnet run --project connector/PowerIntegration.Tool -- map rules.xlsx --preview --dataverse https://lakeshore.crm.dynamics.com",
            "dotnet run --project connector/PowerIntegration.Tool -- match-vendors --files VENDORS --out RESULT",
            "dotnet run --project connector/PowerIntegration.Tool -- verify-anchors --file anchors.jsonl",
            "dotnet run --project connector/PowerIntegration.Tool -- check --procore https://api.procore.com --company 562949953421312"
        );
}
