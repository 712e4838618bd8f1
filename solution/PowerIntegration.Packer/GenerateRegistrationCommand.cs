using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Plugins;
using PowerIntegration.Packer.Generation.Registration;

namespace PowerIntegration.Packer;

/// <summary>The verb generate registration.</summary>
internal static class GenerateRegistrationCommand
{
    private const string Project = "plugins/PowerIntegration.Plugins";

    private static readonly string[] Configurations = ["Release", "Debug"];

    /// <summary>The verb.</summary>
    public static Command Create(RepositorySources repository)
    {
        Option<bool> check = GenerateCommand.Check();
        Option<FileInfo?> assembly = new Option<FileInfo?>("--assembly")
        {
            Description = $"Built plug-in assembly (net462). Default: the newest build of {Project}.",
            HelpName = "FILE",
        }.MustExist();
        return new Command(
            "registration",
            "Generate custom APIs, steps and plug-in types from the built plug-in assembly, and the solution's copy of the connector "
                + "from connector/definition. Run it after compiling."
        )
        {
            check,
            assembly,
        }
            .WithExamples("dotnet run --project solution/PowerIntegration.Packer -- generate registration")
            .Does(arguments =>
            {
                string root = repository.RootOf(arguments);
                PluginAssembly built = Read(arguments.GetValue(assembly) ?? Newest(root));
                return GenerateCommand.Run(arguments, root, arguments.GetValue(check), RegistrationGenerator.Generate(root, built));
            });
    }

    private static FileInfo Newest(string root) =>
        Configurations
            .Select(configuration => new FileInfo(Path.Combine(root, Project, "bin", configuration, "net462/PowerIntegration.Plugins.dll")))
            .Where(file => file.Exists)
            .MaxBy(file => file.LastWriteTimeUtc)
        ?? throw new PackingRefusedException($"{Project} is not built. Run 'dotnet build {Project}', or name the assembly with --assembly.");

    private static PluginAssembly Read(FileInfo file)
    {
        try
        {
            return PluginAssembly.Read(File.ReadAllBytes(file.FullName));
        }
        catch (BadImageFormatException e)
        {
            throw new PackingRefusedException($"{file.FullName} cannot be read as an assembly: {e.Message} Build {Project} for net462.", e);
        }
    }
}
