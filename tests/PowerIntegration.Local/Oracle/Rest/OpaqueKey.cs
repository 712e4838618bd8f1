using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Keys and change indicators in the form in which Oracle hands them out: long, and nothing a client could build.</summary>
internal static class OpaqueKey
{
    private const int IndicatorLength = 40;

    /// <summary>How an item is addressed below its collection.</summary>
    /// <param name="definition">The item's resource.</param>
    /// <param name="row">The item.</param>
    /// <param name="parentKey">Key of the item it belongs to; empty for a top-level item.</param>
    public static string Of(ResourceDefinition definition, JsonObject row, string parentKey)
    {
        var value = PlainValue(definition, row);
        return definition.KeyForm == KeyForm.Plain ? value : Hash(definition.Name, parentKey, value);
    }

    /// <summary>Whether a key from a path addresses an item.</summary>
    public static bool Addresses(string key, ResourceDefinition definition, JsonObject row, string parentKey) =>
        key == Of(definition, row, parentKey) || (definition.KeyForm == KeyForm.OpaqueOrPlain && key == PlainValue(definition, row));

    /// <summary>Value of <c>changeIndicator</c> and of the entity tag; differs after every change of the record.</summary>
    public static string ChangeIndicator(JsonObject row, string key)
    {
        var version = row.Number(Row.Version) ?? 0m;
        return "ACED0005" + Digest($"{key}|{version}")[..IndicatorLength];
    }

    private static string PlainValue(ResourceDefinition definition, JsonObject row) =>
        definition.KeyAttribute.Length == 0
            ? "1"
            : string.Join('|', definition.KeyAttribute.Split('+').Select(name => Plain(row, definition.Attribute(name)!)));

    private static string Plain(JsonObject row, AttributeDefinition attribute) =>
        Convert.ToString(AttributeValue.In(row, attribute), System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string Hash(string resource, string parentKey, string value) =>
        "00020000000EACED00057708" + Digest($"{resource}|{parentKey}|{value}")[..24];

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
