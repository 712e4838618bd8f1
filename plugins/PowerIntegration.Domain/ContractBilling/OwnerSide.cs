using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling;

/// <summary>
/// The journals of an application to an owner: debits and credits of a subcontractor's application are swapped, and the payable becomes a receivable.
/// </summary>
internal static class OwnerSide
{
    /// <summary>The same figures with the accounts of the owner side.</summary>
    public static BillingOutcome.Billed Of(BillingOutcome.Billed billed) => billed with { Journals = [.. billed.Journals.Select(Turned)] };

    private static JournalEntry Turned(JournalEntry entry) =>
        entry with
        {
            Amount = -entry.Amount,
            Role = entry.Role switch
            {
                AccountRole.Cost => AccountRole.Revenue,
                AccountRole.RetainagePayable => AccountRole.RetainageReceivable,
                AccountRole.Payable => AccountRole.Receivable,
                AccountRole.Deduction => AccountRole.Deduction,
                _ => throw new InvariantBrokenException($"The engine posts no {entry.Role}."),
            },
            Description = entry.Role == AccountRole.Payable ? "Receivable from the owner" : entry.Description,
        };
}
