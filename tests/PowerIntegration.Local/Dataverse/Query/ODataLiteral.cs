using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Reads a literal of an OData URL as a value of the column it is compared with.</summary>
internal static class ODataLiteral
{
    /// <summary>The value, or null for the word null. A parameter alias stands for its own literal.</summary>
    public static object? Of(ColumnDefinition column, ODataToken token, IReadOnlyDictionary<string, string> aliases)
    {
        if (token.Kind == ODataTokenKind.Text)
        {
            return column.Kind is ColumnKind.Text or ColumnKind.Memo ? token.Text : throw Incompatible(column, $"'{token.Text}'");
        }

        if (token.Text.StartsWith('@'))
        {
            var given =
                aliases.GetValueOrDefault(token.Text)
                ?? throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The parameter alias '{token.Text}' has no value.");
            return given.StartsWith('@') ? throw Incompatible(column, given) : Of(column, ODataTokenizer.Single(given), aliases);
        }

        return token.Text == "null" ? null : Typed(column, token.Text) ?? throw Incompatible(column, token.Text);
    }

    private static object? Typed(ColumnDefinition column, string text) =>
        column.Kind switch
        {
            ColumnKind.Integer or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            ColumnKind.BigInt => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ColumnKind.Decimal => decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            ColumnKind.Boolean => text switch
            {
                "true" => true,
                "false" => false,
                _ => null,
            },
            ColumnKind.DateTime => DateTime.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
                ? time
                : null,
            ColumnKind.PrimaryKey or ColumnKind.UniqueIdentifier or ColumnKind.Lookup or ColumnKind.Owner => Guid.TryParse(text, out var id)
                ? id
                : null,
            _ => null,
        };

    private static Exception Incompatible(ColumnDefinition column, string value) =>
        Faults.Of(
            DataverseErrorCode.UriNotUnderstood,
            $"A binary operator with incompatible types was detected: column '{column.LogicalName}' is {column.Kind}, and is compared with {value}."
        );
}
