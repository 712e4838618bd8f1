using System.CommandLine;
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
    /// <param name="root">Root of the repository.</param>
    public static Command Create(Option<DirectoryInfo> root)
    {
        Option<bool> check = new("--check") { Description = "Writes nothing; says which files are not current and exits with 1 where one is not." };
        Option<FileInfo?> assembly = new("--assembly") { Description = $"Built plug-in assembly (net462). Default: the newest build of {Project}." };
        Command command = new(
            "registration",
            "Makes custom APIs, steps and plug-in types from the built plug-in assembly, and the connector's copy from connector/definition."
        )
        {
            check,
            assembly,
        };
        command.SetAction(arguments =>
        {
            string folder = arguments.GetValue(root)!.FullName;
            return GenerateCommand.Run(
                arguments,
                folder,
                arguments.GetValue(check),
                () => RegistrationGenerator.Generate(folder, Read(arguments.GetValue(assembly) ?? Newest(folder)))
            );
        });
        return command;
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
