namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>
/// What happens to more decimal places than a column keeps: rounding away from zero at the column's precision. The platform's documents do not say;
/// this rule is ours and stands here alone.
/// </summary>
internal static class DecimalPrecision
{
    public static decimal AtColumn(decimal value, int precision)
    {
        // Adding a zero of that scale writes 100 as 100.00, so that a value reads back the same however it was written.
        return decimal.Round(value, precision, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, false, (byte)precision);
    }
}
