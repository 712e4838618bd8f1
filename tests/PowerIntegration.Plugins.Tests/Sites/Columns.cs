using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Plugins.Tests.Sites;

/// <summary>What was sent in one write, for comparison as a whole: choices by their value, lookups by their id.</summary>
internal static class Columns
{
    public static Dictionary<string, object?> Of(Entity row) => row.Attributes.ToDictionary(column => column.Key, column => Plain(column.Value));

    /// <summary>The only row of a table among those that were written.</summary>
    public static Entity WrittenTo(this Site site, string table) => site.Dataverse.Written.Single(row => row.LogicalName == table);

    /// <summary>The requests that write.</summary>
    public static IEnumerable<string> Writes(this Site site) =>
        site.Dataverse.Requests.Where(request => !request.StartsWith("Retrieve", StringComparison.Ordinal));

    private static object? Plain(object? value) =>
        value switch
        {
            OptionSetValue choice => choice.Value,
            EntityReference reference => reference.Id,
            _ => value,
        };
}
