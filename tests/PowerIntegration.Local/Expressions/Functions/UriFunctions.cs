using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Parts of an address.</summary>
internal static class UriFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        Part(table, "uriHost", uri => uri.Host);
        Part(table, "uriPath", uri => uri.AbsolutePath);
        Part(table, "uriPathAndQuery", uri => uri.PathAndQuery);
        Part(table, "uriPort", uri => (long)uri.Port);
        Part(table, "uriQuery", uri => uri.Query);
        Part(table, "uriScheme", uri => uri.Scheme);
    }

    private static void Part(FunctionTable table, string name, Func<Uri, JsonNode> read) =>
        table.Add(
            name,
            1,
            1,
            arguments => Uri.TryCreate(arguments.Text(0), UriKind.Absolute, out var uri) ? read(uri) : throw arguments.Wrong(0, "an absolute address")
        );
}
