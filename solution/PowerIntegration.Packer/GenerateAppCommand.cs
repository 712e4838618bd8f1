using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Generation.App;

namespace PowerIntegration.Packer;

/// <summary>The verb generate app.</summary>
internal static class GenerateAppCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(RepositorySources repository)
    {
        Option<bool> check = GenerateCommand.Check();
        return new Command(
            "app",
            "Generate forms, views, charts, dashboards, site map and app in solution/core from the declarations in solution/app. "
                + "Run it after a column, a choice or a declaration changed."
        )
        {
            check,
        }
            .WithExamples(
                "dotnet run --project solution/PowerIntegration.Packer -- generate app",
                "dotnet run --project solution/PowerIntegration.Packer -- generate app --check"
            )
            .Does(arguments =>
            {
                string root = repository.RootOf(arguments);
                return GenerateCommand.Run(arguments, root, arguments.GetValue(check), AppGenerator.Generate(root));
            });
    }
}
