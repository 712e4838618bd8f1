using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Unpacking;

namespace PowerIntegration.Packer;

/// <summary>The verb unpack.</summary>
internal static class UnpackCommand
{
    private static readonly Argument<FileInfo> Package = new Argument<FileInfo>("package")
    {
        Description = "Solution package (zip), managed or unmanaged.",
    }.AcceptExistingOnly();

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Folder for the files. It must be empty, or not exist yet.",
        HelpName = "FOLDER",
        Required = true,
    };

    public static Command Create() =>
        new Command(
            "unpack",
            "Unpack a package into a folder with one file for each component, named the way Microsoft's packer names them. Packing that folder "
                + "gives the same package again."
        )
        {
            Package,
            Out,
        }
            .WithExamples("dotnet run --project solution/PowerIntegration.Packer -- unpack Contoso_1_0_0_0.zip --out contoso")
            .Does(Unpack);

    private static int Unpack(ParseResult arguments)
    {
        string package = arguments.GetRequiredValue(Package).FullName;
        string folder = arguments.GetRequiredValue(Out).FullName;
        int files = SolutionUnpacker.Unpack(package, folder);
        VerbRun.Print(arguments, $"Unpacked {package}: {VerbRun.Count(files, "file")} in {folder}.");
        return VerbRun.Done;
    }
}
