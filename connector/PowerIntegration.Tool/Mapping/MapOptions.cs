using System.CommandLine;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Argument and options of <c>map</c>.</summary>
internal sealed class MapOptions
{
    private readonly Argument<string?> workbook = new("workbook")
    {
        Description = "Workbook (.xlsx) with the rules to import.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> dataverse = new("--dataverse")
    {
        Description = "Address of the Dataverse environment, such as https://lakeshore.crm.dynamics.com.",
        HelpName = "URL",
        Required = true,
    };

    private readonly Option<string?> environment = new("--environment")
    {
        Description = "Key of the environment of the integration. Needed only if several are active there.",
        HelpName = "KEY",
    };

    private readonly Option<string?> export = new("--export")
    {
        Description = "Writes the active rules of --project to this workbook instead of importing one.",
        HelpName = "FILE.xlsx",
    };

    private readonly Option<string?> project = new("--project")
    {
        Description = "Oracle number of the project to export, or * for the rules of the whole company.",
        HelpName = "NUMBER",
    };

    private readonly Option<bool> preview = new("--preview")
    {
        Description = "Checks the workbook and shows the effect, and writes nothing to Dataverse.",
    };

    /// <summary>Adds all of them to the command.</summary>
    public void AddTo(Command command)
    {
        command.Add(workbook);
        foreach (var option in new Option[] { dataverse, environment, export, project, preview })
        {
            command.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public MapSettings Read(ParseResult result) =>
        new(
            result.GetValue(workbook),
            result.GetValue(dataverse)!,
            result.GetValue(environment),
            result.GetValue(export),
            result.GetValue(project),
            result.GetValue(preview)
        );
}
