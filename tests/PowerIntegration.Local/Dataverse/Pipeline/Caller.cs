using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Who calls a message, and from where.</summary>
internal sealed record Caller
{
    public static readonly Caller System = Of(SystemTables.SystemUserId);

    /// <summary>In whose name the message runs.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who started it all.</summary>
    public required Guid InitiatingUserId { get; init; }

    /// <summary>1 for a call from outside, one more for each plug-in in between.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>The transaction the call belongs to; null for a call from outside and for a stage-10 plug-in of one.</summary>
    public Transaction? Transaction { get; init; }

    /// <summary>The context of the plug-in that calls; null for a call from outside.</summary>
    public IPluginExecutionContext? Parent { get; init; }

    public Guid CorrelationId { get; init; }

    /// <summary>The optional <c>tag</c> of the request.</summary>
    public string? Tag { get; init; }

    public static Caller Of(Guid userId) => new() { UserId = userId, InitiatingUserId = userId };
}
