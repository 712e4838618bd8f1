namespace PowerIntegration.Sandbox.Demo;

/// <summary>Amounts and counts as they are printed.</summary>
internal static class DemoWords
{
    /// <summary>Two decimals, commas between thousands, a minus sign for credits.</summary>
    public static string Amount(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: 1 invoice, 2 invoices.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
