using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Query;
using PowerIntegration.Local.Dataverse.Storage;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Checks a value that a request gives a column and brings it to the form in which it is stored.</summary>
internal sealed class ColumnValues
{
    private readonly Platform platform;

    public ColumnValues(Platform platform) => this.platform = platform;

    public object? ToStored(Transaction transaction, TableDefinition table, ColumnDefinition column, object? value) =>
        (column.Kind, value) switch
        {
            (_, null) => null,
            (ColumnKind.Text or ColumnKind.Memo, string text) => Text(table, column, text),
            (ColumnKind.Integer, int number) => Whole(table, column, number),
            (ColumnKind.BigInt, long number) => number,
            (ColumnKind.Decimal, decimal number) => Number(table, column, number),
            (ColumnKind.Boolean, bool flag) => flag,
            (ColumnKind.DateTime, DateTime time) => StoredDate.Of(column.DateBehavior, time),
            (ColumnKind.Choice or ColumnKind.State or ColumnKind.Status, OptionSetValue choice) => Choice(table, column, choice.Value),
            (ColumnKind.UniqueIdentifier or ColumnKind.PrimaryKey, Guid id) => id,
            (ColumnKind.Lookup or ColumnKind.Owner, EntityReference reference) => Reference(transaction, table, column, reference),
            _ => throw Faults.Invalid(
                $"Incorrect attribute value type {value.GetType()} for attribute '{column.LogicalName}' of '{table.LogicalName}', "
                    + $"which is {column.Kind}."
            ),
        };

    /// <summary>The row a reference means, by id or by alternate key.</summary>
    public static Row? Find(Platform platform, Transaction transaction, EntityReference reference)
    {
        var table = platform.Table(reference.LogicalName);
        return reference.KeyAttributes.Count == 0
            ? transaction.Find(table.LogicalName, reference.Id)
            : FindByKey(transaction, table, reference.KeyAttributes);
    }

    public static Row? FindByKey(Transaction transaction, TableDefinition table, KeyAttributeCollection values)
    {
        var key =
            table.FindKey([.. values.Keys])
            ?? throw Faults.Of(
                DataverseErrorCode.KeyNotDefined,
                $"The specified key attributes are not a defined key for the {table.LogicalName} entity: {string.Join(", ", values.Keys)}."
            );
        var text =
            KeyValueText.Of(key, name => ComparedValue.Stored(ComparedValue.Of(table.Find(name)!, values[name])))
            ?? throw Faults.Invalid($"The key of '{table.LogicalName}' has an empty value.");
        return transaction.FindByKey(table, key, text);
    }

    private static string? Text(TableDefinition table, ColumnDefinition column, string text)
    {
        if (text.Length > column.MaxLength)
        {
            throw Faults.Of(
                DataverseErrorCode.StringLengthTooLong,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A validation error occurred.  The length of the '{column.LogicalName}' attribute of the '{table.LogicalName}' "
                        + $"entity exceeded the maximum allowed length of '{column.MaxLength}'."
                )
            );
        }

        if (RequestText.HasLoneSurrogate(text) || text.Contains('\0', StringComparison.Ordinal))
        {
            throw Faults.Invalid(
                $"The text for '{column.LogicalName}' of '{table.LogicalName}' holds half of a surrogate pair or the character NUL, which no row can "
                    + "keep. Cut texts between characters."
            );
        }

        // Empty text and no text are one in the database.
        return text.Length == 0 ? null : text;
    }

    private static object Whole(TableDefinition table, ColumnDefinition column, int number) =>
        number >= column.MinValue && number <= column.MaxValue
            ? number
            : throw OutOfRange(DataverseErrorCode.IntegerOutOfRange, table, column, number);

    private static object Number(TableDefinition table, ColumnDefinition column, decimal number)
    {
        var rounded = DecimalPrecision.AtColumn(number, column.Precision);
        return rounded >= column.MinValue && rounded <= column.MaxValue
            ? rounded
            : throw OutOfRange(DataverseErrorCode.DecimalOutOfRange, table, column, number);
    }

    private static object Choice(TableDefinition table, ColumnDefinition column, int value) =>
        column.Choice?.Find(value) is not null
            ? value
            : throw Faults.Of(
                DataverseErrorCode.PicklistOutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A validation error occurred. The value '{value}' of '{column.LogicalName}' on record of type "
                        + $"'{table.LogicalName}' is outside the valid range."
                )
            );

    private static Exception OutOfRange(uint code, TableDefinition table, ColumnDefinition column, decimal number) =>
        Faults.Of(
            code,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A validation error occurred. The value '{number}' of '{column.LogicalName}' on record of type '{table.LogicalName}' "
                    + $"is outside the valid range of {column.MinValue} to {column.MaxValue}."
            )
        );

    private object Reference(Transaction transaction, TableDefinition table, ColumnDefinition column, EntityReference reference)
    {
        if (!column.Targets.Contains(reference.LogicalName))
        {
            throw Faults.Invalid($"The lookup '{column.LogicalName}' of '{table.LogicalName}' cannot point to a row of '{reference.LogicalName}'.");
        }

        var row =
            Find(platform, transaction, reference)
            ?? throw (
                reference.KeyAttributes.Count > 0 ? Faults.KeyMissing(reference.LogicalName) : Faults.RowMissing(reference.LogicalName, reference.Id)
            );
        return new RowReference(row.Table, row.Id);
    }
}
