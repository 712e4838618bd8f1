using System.CommandLine;
using PowerIntegration.CommandLine;

namespace PowerIntegration.Tool.Coverage;

/// <summary>Options of <c>coverage</c>.</summary>
internal sealed class CoverageOptions
{
    private readonly Option<DirectoryInfo?> files = new Option<DirectoryInfo?>("--files")
    {
        Description = "Folder with the structures and the mapping as CSV files. Format: connector/PowerIntegration.Tool/Coverage/README.md.",
    }.MustExist();

    private readonly Option<DirectoryInfo?> target = new("--out")
    {
        Description = "Folder for the result files of --files; it is created if it does not exist.",
    };

    private readonly Option<string?> dataverse = new("--dataverse")
    {
        Description = "Address of the Dataverse environment, such as https://lakeshore.crm.dynamics.com.",
        HelpName = "URL",
    };

    private readonly Option<string?> environment = new("--environment")
    {
        Description = "Key of the environment of the integration. Needed only if several are active there.",
        HelpName = "KEY",
    };

    private readonly Option<string?> project = new("--project")
    {
        Description = "Oracle number of the project to prove, or its name.",
        HelpName = "NUMBER",
    };

    private readonly Option<string?> from = new("--from")
    {
        Description = "First date, such as 2025-10-31: the end of the first billing period. Today if left out.",
        HelpName = "DATE",
    };

    private readonly Option<string?> to = new("--to")
    {
        Description = "Last date, such as 2026-09-30: the end of the last billing period. A year after the first date if left out.",
        HelpName = "DATE",
    };

    private readonly Option<bool> json = new("--json") { Description = "Print the proof of the project as JSON instead of text." };

    /// <summary>Adds all of them to the command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { files, target, dataverse, environment, project, from, to, json })
        {
            command.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public CoverageSettings Read(ParseResult result) =>
        new()
        {
            Files = result.GetValue(files),
            Target = result.GetValue(target),
            Dataverse = result.GetValue(dataverse),
            Environment = result.GetValue(environment),
            Project = result.GetValue(project),
            From = result.GetValue(from),
            To = result.GetValue(to),
            IsJson = result.GetValue(json),
        };
}
