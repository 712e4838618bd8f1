namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The display values of <c>InvoiceType</c>.</summary>
internal static class InvoiceTypes
{
    public const string Standard = "Standard";

    public const string CreditMemo = "Credit memo";

    public const string DebitMemo = "Debit memo";

    /// <summary>Types that a creation may name.</summary>
    public static readonly IReadOnlyList<string> Simulated = [Standard, CreditMemo, DebitMemo];

    /// <summary>
    /// Types that Oracle has and the simulator refuses by name. Whether the REST resource takes a retainage release is not documented.
    /// </summary>
    public static readonly IReadOnlyList<string> NotSimulated = ["Prepayment", "Payment request", "Retainage release"];

    /// <summary>Whether an invoice takes from what is owed to the supplier.</summary>
    public static bool IsMemo(string? type) => type is CreditMemo or DebitMemo;
}
