using PowerIntegration.Tool.Mapping;

namespace PowerIntegration.Tool.Coverage;

/// <summary>What is to be proved: files, or a project of an environment.</summary>
internal sealed record CoverageSettings
{
    /// <summary>Folder with the files; null for an environment.</summary>
    public required DirectoryInfo? Files { get; init; }

    /// <summary>Folder for the results of files.</summary>
    public required DirectoryInfo? Target { get; init; }

    /// <summary>Address of Dataverse; null for files.</summary>
    public required string? Dataverse { get; init; }

    /// <summary>Key of the environment; null for the only one.</summary>
    public required string? Environment { get; init; }

    /// <summary>Oracle number of the project, or its name.</summary>
    public required string? Project { get; init; }

    /// <summary>First day; null for today.</summary>
    public required string? From { get; init; }

    /// <summary>Last day; null for a year after the first.</summary>
    public required string? To { get; init; }

    /// <summary>True to print JSON.</summary>
    public required bool IsJson { get; init; }

    private bool HasEnvironmentOptions => (Environment ?? Project ?? From ?? To) is not null || IsJson;

    /// <summary>The first mistake, or null.</summary>
    public string? Mistake() =>
        Files is null == Dataverse is null
            ? "Give --files with a folder, or --dataverse with the address of an environment. See 'coverage --help' for examples."
        : Files is not null && Target is null ? "--files needs --out with the folder for the result files."
        : Files is not null && HasEnvironmentOptions ? "--environment, --project, --from, --to and --json are only for --dataverse."
        : Files is not null ? null
        : Target is not null ? "--out is only for --files. The proof of a project is printed."
        : Project is null ? "--dataverse needs --project with the Oracle number of the project, or its name."
        : MapSignIn.Mistake(Dataverse!);
}
