using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>
/// The query options that an operation takes are a closed list. One that would be passed over is refused by its name, and so is one without a value.
/// </summary>
internal static class OptionCheck
{
    /// <summary>The FetchXML of a query.</summary>
    public const string Fetch = "fetchXml";

    /// <summary>Options of a collection.</summary>
    public static readonly IReadOnlyList<string> OfCollection = ["$select", "$filter", "$orderby", "$top", "$count", "$expand", "$skiptoken", Fetch];

    /// <summary>Options of the number of rows.</summary>
    public static readonly IReadOnlyList<string> OfCount = ["$filter"];

    /// <summary>Options of one row, read or written.</summary>
    public static readonly IReadOnlyList<string> OfRow = ["$select", "$expand"];

    /// <summary>Options of the list of table definitions.</summary>
    public static readonly IReadOnlyList<string> OfDefinitions = ["$select", "$filter", "$expand"];

    /// <summary>No option.</summary>
    public static readonly IReadOnlyList<string> None = [];

    // Handed to plug-ins as a shared variable.
    private const string Tag = "tag";

    // What the platform runs and this one does not.
    private static readonly string[] NotBuilt = ["savedQuery", "userQuery"];

    public static void Require(WebApiRequest request, IReadOnlyList<string> allowed)
    {
        foreach (var (name, value) in request.Options)
        {
            if (!allowed.Contains(name) && name != Tag && !name.StartsWith('@'))
            {
                throw NotBuilt.Contains(name, StringComparer.OrdinalIgnoreCase)
                    ? Faults.NotBuilt($"The query option {name}")
                    : Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The query parameter {name} is not supported.");
            }

            if (allowed.Contains(name) && string.IsNullOrWhiteSpace(value))
            {
                throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The value for OData query '{name}' cannot be empty.");
            }
        }

        if (request.Options.ContainsKey(Fetch) && request.Options.Keys.FirstOrDefault(name => name.StartsWith('$')) is { } beside)
        {
            throw Faults.Of(
                DataverseErrorCode.UriNotUnderstood,
                $"The query parameter {beside} is not supported together with {Fetch}, which has its own."
            );
        }
    }
}
