using System.CommandLine;
using PowerIntegration.Packer.Unpacking;

namespace PowerIntegration.Packer;

/// <summary>The verb unpack.</summary>
internal static class UnpackCommand
{
    private static readonly Argument<FileInfo> Package = new("package") { Description = "Solution package (zip), managed or unmanaged." };

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Folder that takes the files; it must be empty or not exist yet.",
        Required = true,
    };

    public static Command Create() =>
        new Command(
            "unpack",
            "Takes a package apart into a folder of one file for each component, named as Microsoft's packer names them. Packing that folder "
                + "gives the package again."
        )
        {
            Package,
            Out,
        }.Does(Unpack);

    private static int Unpack(ParseResult arguments)
    {
        string package = arguments.GetRequiredValue(Package).FullName;
        string folder = arguments.GetRequiredValue(Out).FullName;
        int files = SolutionUnpacker.Unpack(package, folder);
        VerbRun.Print(arguments, $"Unpacked {package}: {VerbRun.Count(files, "file")} in {folder}.");
        return VerbRun.Done;
    }
}
