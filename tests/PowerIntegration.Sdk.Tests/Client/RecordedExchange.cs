using System.Net;

namespace PowerIntegration.Sdk.Tests.Client;

/// <summary>One expected request, its path unescaped, and its answer.</summary>
internal sealed record RecordedExchange(string Method, string Path, HttpStatusCode Status, string? Answer, string? Body, string? EntityId)
{
    public Exception? Failure { get; init; }
}
