namespace PowerIntegration.Domain.Explanation;

/// <summary>One application of the worked example, as the certificate shows it. Amounts are in the major unit.</summary>
public sealed record ExampleApplication
{
    /// <summary>Application number.</summary>
    public required int Number { get; init; }

    /// <summary>Completed work to date.</summary>
    public required decimal Work { get; init; }

    /// <summary>Materials presently stored.</summary>
    public required decimal Stored { get; init; }

    /// <summary>Retainage held on completed work, line 5a.</summary>
    public required decimal WorkRetainage { get; init; }

    /// <summary>Retainage held on stored materials, line 5b.</summary>
    public required decimal StoredRetainage { get; init; }

    /// <summary>Total earned less retainage, line 6.</summary>
    public required decimal Earned { get; init; }

    /// <summary>Current payment due, line 8.</summary>
    public required decimal PaymentDue { get; init; }

    /// <summary>Tax that is paid to the vendor; null where tax is not calculated here.</summary>
    public decimal? Tax { get; init; }

    /// <summary>Tax that is withheld from the payment; null where none is calculated here.</summary>
    public decimal? Withheld { get; init; }

    /// <summary>Balance to finish, including retainage, line 9.</summary>
    public required decimal Balance { get; init; }

    /// <summary>What a person would be told about the application.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Total completed and stored to date, line 4.</summary>
    public decimal Gross => Work + Stored;

    /// <summary>Total retainage, line 5.</summary>
    public decimal Retainage => WorkRetainage + StoredRetainage;

    /// <summary>What is paid: line 8, with tax and less what is withheld.</summary>
    public decimal Payable => PaymentDue + (Tax ?? 0m) - (Withheld ?? 0m);
}
