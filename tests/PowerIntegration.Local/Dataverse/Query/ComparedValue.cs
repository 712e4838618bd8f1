using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Brings what a query compares with, typed by the SDK or as text from FetchXML, to the form in which the column is stored.</summary>
internal static class ComparedValue
{
    public static object Of(ColumnDefinition column, object? value) =>
        Convert(column, value)
        ?? throw Faults.Invalid(
            $"The query compares column '{column.LogicalName}' ({column.Kind}) with '{value}', which is not a value of that kind."
        );

    /// <summary>The comparable form of a stored value: a lookup compares by id.</summary>
    public static object? Stored(object? value) => value is RowReference reference ? reference.Id : value;

    public static int Compare(object left, object right) =>
        (left, right) switch
        {
            _ when left.GetType() == right.GetType() => StoredValueOrder.Compare(left, right),
            _ => throw Faults.Invalid($"Values of {left.GetType().Name} and {right.GetType().Name} cannot be compared."),
        };

    private static object? Convert(ColumnDefinition column, object? value) =>
        column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Memo => value as string,
            ColumnKind.Integer or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => value switch
            {
                int number => number,
                OptionSetValue choice => choice.Value,
                string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
                _ => null,
            },
            ColumnKind.BigInt => value switch
            {
                long number => number,
                int number => (long)number,
                string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
                _ => null,
            },
            ColumnKind.Decimal => value switch
            {
                decimal number => number,
                int number => (decimal)number,
                string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
                _ => null,
            },
            ColumnKind.Boolean => value switch
            {
                bool flag => flag,
                int and 1 or "1" or "true" => true,
                int and 0 or "0" or "false" => false,
                _ => null,
            },
            ColumnKind.DateTime => ToDate(column, value),
            _ => value switch
            {
                Guid id => id,
                EntityReference reference => reference.Id,
                string text when Guid.TryParse(text, out var id) => id,
                _ => null,
            },
        };

    private static object? ToDate(ColumnDefinition column, object? value)
    {
        DateTime? time = value switch
        {
            DateTime given => given,
            string text
                when DateTime.TryParse(
                    text,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out var parsed
                ) => parsed,
            _ => null,
        };
        return time is { } found ? StoredDate.Of(column.DateBehavior, found) : null;
    }
}
