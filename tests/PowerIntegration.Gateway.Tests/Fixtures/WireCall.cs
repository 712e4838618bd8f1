namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>One request as it left the gateway; the address is decoded.</summary>
internal sealed record WireCall(string Method, string Address, string Body, IReadOnlyDictionary<string, string> Headers, string? ContentType)
{
    public override string ToString() => $"{Method} {Address}";

    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : "";

    public bool Is(string method, string start) => Method == method && Address.StartsWith(start, StringComparison.Ordinal);
}
