namespace PowerIntegration.Local.Procore.Wire;

/// <summary>One operation the simulator supports.</summary>
/// <param name="method">HTTP method.</param>
/// <param name="template">Path with variables in braces, as Procore documents it.</param>
/// <param name="query">Query parameters it supports; every other one is refused by name.</param>
/// <param name="answer">Answers a checked call.</param>
internal sealed class ProcoreRoute(string method, string template, IReadOnlyList<string> query, Func<ProcoreCall, ProcoreAnswer> answer)
{
    // Where Procore has one of these in the place of an id, it is another operation.
    private static readonly string[] Words = ["bulk_create", "bulk_destroy", "update_all", "sync"];

    private readonly string[] segments = template.Split('/');

    public string Template { get; } = template;

    /// <summary>Method and template, the name under which calls are counted.</summary>
    public string Name { get; } = method + " " + template;

    public IReadOnlyList<string> Query { get; } = query;

    public ProcoreAnswer Answer(ProcoreCall call) => answer(call);

    /// <summary>The variables' values where the request is this operation, else null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string requestMethod, string path)
    {
        var parts = path.Split('/');
        if (requestMethod != method || parts.Length != segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < parts.Length; index++)
        {
            var segment = segments[index];
            if (segment.StartsWith('{') && !Words.Contains(parts[index]))
            {
                values[segment[1..^1]] = parts[index];
            }
            else if (segment != parts[index])
            {
                return null;
            }
        }

        return values;
    }
}
