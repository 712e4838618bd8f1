using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Query;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Reads how a URL names a row: by id, or by the columns of an alternate key.</summary>
internal static class RowAddress
{
    private const string RootMark = "/api/data/v9.2/";

    /// <summary>The row inside the parentheses.</summary>
    public static EntityReference Of(TableDefinition table, string key, IReadOnlyDictionary<string, string> aliases)
    {
        if (Guid.TryParse(key, out var id))
        {
            return new EntityReference(table.LogicalName, id);
        }

        var reference = new EntityReference(table.LogicalName);
        foreach (var part in ODataList.Split(key, ','))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var column = equals < 0 ? null : ODataPaths.Find(table, part[..equals].Trim());
            var value = column is null ? null : ODataLiteral.Of(column, ODataTokenizer.Single(part[(equals + 1)..].Trim()), aliases);
            if (value is null || !reference.KeyAttributes.TryAdd(column!.LogicalName, value))
            {
                throw NotValid(table);
            }
        }

        if (reference.KeyAttributes.Count == 1 && reference.KeyAttributes.TryGetValue(table.PrimaryKey, out var primary))
        {
            return new EntityReference(table.LogicalName, (Guid)primary);
        }

        return table.FindKey([.. reference.KeyAttributes.Keys]) is null ? throw NotValid(table) : reference;
    }

    /// <summary>The row an <c>@odata.bind</c> or <c>@odata.id</c> names: relative, with a leading slash, or absolute.</summary>
    public static EntityReference OfUri(OrganizationModel model, string uri)
    {
        if (RequestText.AddressProblem(uri) is { } problem)
        {
            throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The reference '{uri}' names no row. {problem}");
        }

        var root = uri.IndexOf(RootMark, StringComparison.Ordinal);
        var segment = PathSegment.Of(Uri.UnescapeDataString((root < 0 ? uri : uri[(root + RootMark.Length)..]).TrimStart('/')));
        var table =
            model.FindSet(segment.Name)
            ?? throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"Resource not found for the segment '{segment.Name}'.", 404);
        return segment.Key is { } key
            ? Of(table, key, new Dictionary<string, string>())
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The reference '{uri}' names no row.");
    }

    private static bool TryAdd(this KeyAttributeCollection keys, string name, object value)
    {
        if (keys.ContainsKey(name))
        {
            return false;
        }

        keys[name] = value;
        return true;
    }

    private static Exception NotValid(TableDefinition table) =>
        Faults.Of(
            DataverseErrorCode.UriNotUnderstood,
            $"The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.{table.LogicalName}'. "
                + "Ensure that the names and number of key properties match the declared properties."
        );
}
