using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Clock;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>What one sandbox is started with.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where the shipped artifacts lie.</summary>
    public required RepositoryLayout Layout { get; init; }

    /// <summary>Address to listen on; port 0 takes a free one.</summary>
    /// <value>http://127.0.0.1:0.</value>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>Folder with the initial state.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The library that draws cards; it need not exist.</summary>
    /// <value>Where npm puts it in the repository.</value>
    public string? CardLibrary { get; init; }

    /// <summary>Unpacked solutions loaded after the product's own.</summary>
    public IReadOnlyList<string> FurtherSolutionFolders { get; init; } = [];

    /// <summary>Folder of the committed state; it is made where it is missing.</summary>
    public required string StoreFolder { get; init; }

    /// <summary>Seed of ids and faults.</summary>
    public required int Seed { get; init; }

    /// <summary>The least that the gateway tells on the console: where it is called wrongly on purpose, each refusal would be a line.</summary>
    /// <value>Warning.</value>
    public LogLevel GatewayTells { get; init; } = LogLevel.Warning;

    /// <summary>Time of the sandbox; its driver moves it.</summary>
    /// <value>Null: real time with the store's offset.</value>
    public DrivenClock? Clock { get; init; }
}
