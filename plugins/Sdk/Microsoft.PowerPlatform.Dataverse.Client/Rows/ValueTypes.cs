using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>The platform refuses a value whose type is not the column's; the Web API alone would take a number for a choice.</summary>
internal static class ValueTypes
{
    public static void Check(TableDefinition table, string column, object value)
    {
        Type expected = Of(table, column);
        if (value.GetType() != expected)
        {
            throw Faults.Of(
                Faults.InvalidArgument,
                $"Incorrect attribute value type {value.GetType().FullName} for column '{column}' of '{table.LogicalName}'; "
                    + $"it takes {expected.FullName}."
            );
        }
    }

    private static Type Of(TableDefinition table, string column) =>
        table.TypeOf(column) switch
        {
            ColumnType.String or ColumnType.Memo or ColumnType.EntityName => typeof(string),
            ColumnType.Integer => typeof(int),
            ColumnType.BigInt => typeof(long),
            ColumnType.Decimal => typeof(decimal),
            ColumnType.Money => typeof(Money),
            ColumnType.Boolean => typeof(bool),
            ColumnType.Picklist or ColumnType.State or ColumnType.Status => typeof(OptionSetValue),
            ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer => typeof(EntityReference),
            ColumnType.Uniqueidentifier => typeof(Guid),
            ColumnType.DateTime or ColumnType.DateOnly => typeof(DateTime),
            _ => throw new NotSupportedException($"Column '{column}' of '{table.LogicalName}' has a type that the client stand-in does not write."),
        };
}
