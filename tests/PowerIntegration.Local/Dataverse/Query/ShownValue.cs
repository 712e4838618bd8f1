using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>The text shown for a value, in the form of a United States user in UTC; null where the platform shows none.</summary>
internal static class ShownValue
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string? Of(ColumnDefinition column, object value) =>
        value switch
        {
            bool flag => column.Choice?.Find(flag ? 1 : 0)?.Label,
            int number when column.Choice is not null => column.Choice.Find(number)?.Label,
            int number => number.ToString("#,0", Culture),
            long number => number.ToString("#,0", Culture),
            decimal number => number.ToString("N" + column.Precision.ToString(Culture), Culture),
            DateTime time when column.DateBehavior == DateBehavior.DateOnly => time.ToString("M/d/yyyy", Culture),
            DateTime time => time.ToString("M/d/yyyy h:mm tt", Culture),
            _ => null,
        };
}
