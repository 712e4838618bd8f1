namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>One journal entry: a debit or a credit.</summary>
public sealed record JournalEntry
{
    /// <summary>The account.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>Schedule-of-values line of cost entries.</summary>
    public string? LineId { get; init; }

    /// <summary>Cost coding of cost entries, as text.</summary>
    public string? Coding { get; init; }

    /// <summary>The account of deductions.</summary>
    public string? Account { get; init; }

    /// <summary>Debit less credit in the major unit: above zero for a debit, below zero for a credit.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Debit; zero where the entry is a credit.</summary>
    public decimal Debit => Amount > 0m ? Amount : 0m;

    /// <summary>Credit, without sign; zero where the entry is a debit.</summary>
    public decimal Credit => Amount < 0m ? -Amount : 0m;

    /// <summary>Description.</summary>
    public required string Description { get; init; }
}
