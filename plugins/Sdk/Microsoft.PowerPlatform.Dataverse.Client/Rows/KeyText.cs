using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>How a row is named in an address and in a reference: set(id) or set(column='value').</summary>
internal static class KeyText
{
    /// <summary>For a request's address; every value is escaped.</summary>
    public static string Address(TableDefinition table, Guid id, KeyAttributeCollection keys) => Name(table, id, keys, Uri.EscapeDataString);

    /// <summary>For a reference inside a body; only what would change the address's shape is escaped.</summary>
    public static string Reference(TableDefinition table, Guid id, KeyAttributeCollection keys) => Name(table, id, keys, EscapeReserved);

    private static string Name(TableDefinition table, Guid id, KeyAttributeCollection keys, Func<string, string> escape)
    {
        if (id != Guid.Empty)
        {
            return $"{table.SetName}({id:D})";
        }

        if (keys.Count == 0)
        {
            throw Faults.Of(Faults.InvalidArgument, $"A row of '{table.LogicalName}' is named neither by id nor by alternate key.");
        }

        return $"{table.SetName}({string.Join(',', keys.Select(key => Pair(table, key, escape)))})";
    }

    private static string Pair(TableDefinition table, KeyValuePair<string, object> key, Func<string, string> escape) =>
        $"{table.WireName(key.Key)}={Literal(table, key, escape)}";

    private static string Literal(TableDefinition table, KeyValuePair<string, object> key, Func<string, string> escape) =>
        key.Value switch
        {
            string text => "'" + escape(text.Replace("'", "''", StringComparison.Ordinal)) + "'",
            Guid id => id.ToString("D"),
            int number => number.ToString(CultureInfo.InvariantCulture),
            long number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
            EntityReference reference => reference.Id.ToString("D"),
            var other => throw Faults.Of(
                Faults.InvalidArgument,
                $"Key column '{key.Key}' of '{table.LogicalName}' has a value of type {other?.GetType().FullName ?? "null"}, which no "
                    + "alternate key can have."
            ),
        };

    private static string EscapeReserved(string text) =>
        string.Concat(text.Select(letter => letter is '%' or '#' or '?' or '/' or '&' or '+' ? Uri.HexEscape(letter) : letter.ToString()));
}
