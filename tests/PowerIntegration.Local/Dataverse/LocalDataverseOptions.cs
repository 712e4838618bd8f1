using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Local.Dataverse;

/// <summary>How to start a <see cref="LocalDataverse"/>.</summary>
public sealed record LocalDataverseOptions
{
    /// <summary>Unpacked solution folders of any publisher, in the order they are imported.</summary>
    public required IReadOnlyList<string> SolutionFolders { get; init; }

    /// <summary>Built plug-in assemblies that the solutions register, as files.</summary>
    public IReadOnlyList<string> PluginAssemblyFiles { get; init; } = [];

    /// <summary>The file that keeps the rows.</summary>
    /// <value>Null keeps them in memory only.</value>
    public string? StorePath { get; init; }

    /// <summary>
    /// The rows of a new store are a seed: none of them reaches the file before <see cref="LocalDataverse.KeepSeed"/>, so that a start that was
    /// killed begins from nothing the next time.
    /// </summary>
    /// <value>False: each commit reaches the file at once.</value>
    public bool HoldsSeed { get; init; }

    /// <summary>The clock behind createdon, modifiedon and tokens.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Where row ids come from.</summary>
    public required IIdSource IdSource { get; init; }

    /// <summary>
    /// Everyone who may call. The role "System Administrator" grants everything, "Basic User" nothing of its own; other names are roles of the
    /// solutions.
    /// </summary>
    public required IReadOnlyList<SandboxUser> Users { get; init; }

    /// <summary>The front URL without a trailing slash; tokens must be made for it.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>Longest wait for a row's lock, in real time.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan LockWaitMax { get; init; } = TimeSpan.FromSeconds(30);
}
