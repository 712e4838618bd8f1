using System.ComponentModel;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Packing;

/// <summary>Finds the built plug-in assembly of a repository, and builds it where it is missing or older than its sources.</summary>
/// <param name="root">Root of the repository.</param>
/// <param name="run">Runs a program.</param>
/// <param name="say">Takes lines that say what is happening.</param>
public sealed class PluginBuild(string root, RunProgram run, Action<string> say)
{
    private const string Project = "plugins/PowerIntegration.Plugins";
    private const string Output = "net462/PowerIntegration.Plugins.dll";

    // No server stays behind that would keep the output of this process open.
    private static readonly string[] Arguments =
    [
        "build",
        Project,
        "-f",
        "net462",
        "-c",
        "Release",
        "-v",
        "minimal",
        "-nologo",
        "-nodeReuse:false",
        "-p:UseSharedCompilation=false",
    ];

    /// <summary>The release build, built now where that is needed; without building, the release or else the debug build, or null.</summary>
    /// <param name="mayBuild">False to take what is there.</param>
    /// <exception cref="PackingRefusedException">The build failed, or there is nothing to build with.</exception>
    public byte[]? Assembly(bool mayBuild)
    {
        if (mayBuild && Reason() is { } reason)
        {
            say($"{reason} Running dotnet build {Project} -f net462 -c Release.");
            Build();
        }

        string? file = new[] { Built("Release"), Built("Debug") }.FirstOrDefault(File.Exists);
        return file is null ? null : File.ReadAllBytes(file);
    }

    private string? Reason()
    {
        FileInfo built = new(Built("Release"));
        return !built.Exists ? "The plug-in assembly is not built."
            : Sources().Any(source => source.LastWriteTimeUtc > built.LastWriteTimeUtc) ? "The plug-in assembly is older than its sources."
            : null;
    }

    private void Build()
    {
        int exitCode;
        try
        {
            exitCode = run("dotnet", Arguments, root, say);
        }
        catch (Win32Exception)
        {
            throw new PackingRefusedException(
                "The plug-in assembly must be built, and the program dotnet was not found. Install the .NET SDK 10, or name a built assembly with "
                    + "--assembly."
            );
        }

        if (exitCode != 0 || !File.Exists(Built("Release")))
        {
            throw new PackingRefusedException(
                $"The plug-in assembly could not be built: dotnet build ended with exit code {exitCode}. Correct what it reports above "
                    + "(where it finds no SDK, install the .NET SDK 10), or name a built assembly with --assembly."
            );
        }
    }

    private IEnumerable<FileInfo> Sources() =>
        new DirectoryInfo(Path.Combine(root, "plugins"))
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Extension is ".cs" or ".csproj" or ".snk")
            .Where(file => !IsOutput(Path.GetRelativePath(root, file.FullName)));

    private static bool IsOutput(string path) => path.Split('/', '\\').Any(step => step is "bin" or "obj");

    private string Built(string configuration) => Path.Combine(root, Project, "bin", configuration, Output);
}
