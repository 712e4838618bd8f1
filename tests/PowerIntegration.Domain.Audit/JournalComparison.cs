using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Documents;

namespace PowerIntegration.Domain.Audit;

/// <summary>What must be booked: cost by line, retainage payable, the deductions' accounts and the payee's liability, debit less credit.</summary>
internal static class JournalComparison
{
    /// <summary>Compares the journals, the payable and the documents.</summary>
    public static void Of(ApplicationSheet application, Prediction expected, BillingOutcome.Billed billed, Findings found)
    {
        var payable = expected.Form.Line8 - expected.Deductions;
        var retained = expected.Lines.Sum(line => line.HeldMore);
        found.Compare("payable", payable, billed.Payable);
        found.Compare("sum of the documents", payable, billed.Documents.Sum(document => document.Amount));
        foreach (var document in billed.Documents)
        {
            found.Compare($"lines of the {document.Kind}", 0, document.Amount - document.Lines.Sum(line => line.Amount));
        }

        Papers(expected.Papers, billed.Documents, found);
        found.Compare("debit less credit of all journals", 0, billed.Journals.Sum(entry => entry.Debit - entry.Credit));
        found.Compare("retainage payable, debit less credit", -retained, Net(billed.Journals, AccountRole.RetainagePayable));
        found.Compare("payable account, debit less credit", -payable, Net(billed.Journals, AccountRole.Payable));
        Costs(CostBook.Of(expected.Lines, application), billed, found);
        Deductions(application, billed.Journals, found);
    }

    private static void Papers(IReadOnlyList<Paper> expected, IReadOnlyList<BillingDocument> documents, Findings found)
    {
        var wanted = string.Join(", ", expected.Select(paper => Describe(Kind(paper.Kind), Cents.ToMajor(paper.Amount))));
        var made = string.Join(", ", documents.Select(document => Describe(document.Kind, document.Amount)));
        if (wanted != made)
        {
            found.Add(new Disagreement("documents", wanted, made));
        }
    }

    private static string Describe(BillingDocumentKind kind, decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{kind} {amount:N2}");

    private static BillingDocumentKind Kind(PaperKind kind) =>
        kind switch
        {
            PaperKind.Standard => BillingDocumentKind.StandardInvoice,
            PaperKind.CreditMemo => BillingDocumentKind.CreditMemo,
            PaperKind.DebitMemo => BillingDocumentKind.DebitMemo,
            _ => BillingDocumentKind.RetainageRelease,
        };

    private static decimal Net(IEnumerable<JournalEntry> journals, AccountRole role) =>
        journals.Where(entry => entry.Role == role).Sum(entry => entry.Debit - entry.Credit);

    // By line and coding: what moves with a document must also stand on one so.
    private static void Costs(IReadOnlyList<Cost> expected, BillingOutcome.Billed billed, Findings found)
    {
        Costs("cost", expected, billed.Journals.Select(entry => (entry.Role, entry.LineId, entry.Coding, entry.Debit - entry.Credit)), found);
        Costs(
            "cost on the documents",
            expected.All(cost => cost.IsSent) ? expected : [.. expected.Where(cost => cost.IsSent)],
            billed.Documents.SelectMany(document => document.Lines).Select(line => (line.Role, line.LineId, line.Coding, line.Amount)),
            found
        );
    }

    /// <summary>Compares cost by line and coding.</summary>
    public static void Costs(
        string figure,
        IReadOnlyList<Cost> expected,
        IEnumerable<(AccountRole Role, string? LineId, string? Coding, decimal Amount)> entries,
        Findings found
    )
    {
        // Nearly always the entries stand in the order of the lines, and nothing need be looked up.
        if (AreInOrder(expected, entries))
        {
            return;
        }

        var booked = new Dictionary<(string LineId, string? Coding), decimal>();
        foreach (var entry in entries)
        {
            if (entry.Role == AccountRole.Cost)
            {
                var key = (entry.LineId!, entry.Coding);
                booked[key] = booked.GetValueOrDefault(key) + entry.Amount;
            }
        }

        foreach (var cost in expected)
        {
            var key = (cost.LineId, cost.Coding);
            booked[key] = booked.GetValueOrDefault(key) - Cents.ToMajor(cost.Amount);
        }

        foreach (var stray in booked)
        {
            found.Compare($"{figure} beyond what is expected at {stray.Key.Coding ?? "no coding"}", stray.Key.LineId, 0, stray.Value);
        }
    }

    private static bool AreInOrder(
        IReadOnlyList<Cost> expected,
        IEnumerable<(AccountRole Role, string? LineId, string? Coding, decimal Amount)> entries
    )
    {
        var next = 0;
        var open = 0m;
        foreach (var entry in entries)
        {
            if (entry.Role != AccountRole.Cost)
            {
                continue;
            }

            if (next == expected.Count || expected[next].LineId != entry.LineId || expected[next].Coding != entry.Coding)
            {
                return false;
            }

            // A catch-up is an entry of its own behind the movement.
            open += entry.Amount;
            if (open == Cents.ToMajor(expected[next].Amount))
            {
                next++;
                open = 0m;
            }
        }

        return next == expected.Count && open == 0m;
    }

    private static void Deductions(ApplicationSheet application, IReadOnlyList<JournalEntry> journals, Findings found)
    {
        foreach (var account in application.Deductions.GroupBy(deduction => deduction.Account, StringComparer.Ordinal))
        {
            var booked = journals
                .Where(entry => entry.Role == AccountRole.Deduction && entry.Account == account.Key)
                .Sum(entry => entry.Debit - entry.Credit);
            found.Compare("account " + account.Key, -account.Sum(deduction => deduction.Amount), booked);
        }

        found.Compare("all deductions", -application.Deductions.Sum(deduction => deduction.Amount), Net(journals, AccountRole.Deduction));
    }
}
