using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>Whether Oracle's invoice is the one that was prepared: header, every line, every amount.</summary>
public static class ReadBackComparison
{
    /// <summary>Oracle's word for an invoice that passed validation.</summary>
    public const string Validated = "Validated";

    /// <summary>Oracle's word for an invoice that must be validated again, or that has an open hold.</summary>
    public const string NeedsRevalidation = "Needs revalidation";

    /// <summary>True where Oracle validated the invoice.</summary>
    public static bool IsValidated(ReadBackInvoice invoice) => string.Equals(invoice.ValidationStatus, Validated, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every difference of all documents, one sentence each; empty where Oracle has what was prepared.</summary>
    /// <param name="prepared">What was frozen.</param>
    /// <param name="oracle">What Oracle has, in any order.</param>
    public static IReadOnlyList<string> Differences(PreparedInvoice prepared, IReadOnlyList<ReadBackInvoice> oracle)
    {
        var differences = new List<string>();
        var left = oracle.ToList();
        foreach (var document in prepared.Documents)
        {
            var counterpart = left.FirstOrDefault(candidate => candidate.InvoiceNumber == document.InvoiceNumber);
            if (counterpart is null)
            {
                differences.Add($"invoice number {Sentence.Quoted(document.InvoiceNumber)} of {Sentence.Amount(document.Amount)} is not in Oracle.");
                continue;
            }

            left.Remove(counterpart);
            differences.AddRange(Differences(prepared, document, counterpart));
        }

        differences.AddRange(
            left.Select(invoice =>
                $"invoice number {Sentence.Quoted(invoice.InvoiceNumber)} of {Sentence.Amount(invoice.InvoiceAmount)} "
                + "is in Oracle but was not prepared."
            )
        );
        return differences;
    }

    /// <summary>Every difference of one document, one sentence each.</summary>
    /// <param name="prepared">What was frozen.</param>
    /// <param name="document">One of its documents.</param>
    /// <param name="oracle">What Oracle has under its number.</param>
    public static IReadOnlyList<string> Differences(PreparedInvoice prepared, PayablesInvoice document, ReadBackInvoice oracle)
    {
        var differences = new List<string>();
        Compare(differences, "invoice number", document.InvoiceNumber, oracle.InvoiceNumber);
        Compare(differences, "supplier", prepared.VendorName, oracle.Supplier);
        Compare(differences, "supplier site", prepared.VendorSite, oracle.VendorSite);
        Compare(differences, "business unit", prepared.BusinessUnit, oracle.BusinessUnit);
        Compare(differences, "currency", prepared.Currency, oracle.Currency);
        if (document.Action == PayablesAction.Cancel)
        {
            return differences;
        }

        Compare(differences, "kind", KindOf(document), oracle.Kind);
        Compare(differences, "invoice amount", document.Amount, oracle.InvoiceAmount);
        Compare(differences, "invoice date", prepared.InvoiceDate.ToString(), oracle.InvoiceDate.ToString());
        Compare(differences, "accounting date", prepared.AccountingDate.ToString(), oracle.AccountingDate.ToString());
        if (oracle.IsCancelled)
        {
            differences.Add($"invoice {Sentence.Quoted(oracle.InvoiceNumber)} is canceled in Oracle.");
        }

        CompareLines(differences, prepared, document, oracle);
        return differences;
    }

    /// <summary>True where Oracle has finished what was asked: validated, under the payment hold if there is one, or canceled.</summary>
    /// <param name="prepared">What was frozen.</param>
    /// <param name="document">One of its documents.</param>
    /// <param name="oracle">What Oracle has.</param>
    /// <param name="isAnswered">True where Oracle answered in this call that it validated the invoice.</param>
    /// <param name="known">What is known of its payment hold beside what was frozen.</param>
    public static bool IsDone(PreparedInvoice prepared, PayablesInvoice document, ReadBackInvoice oracle, bool isAnswered, KnownHolds known) =>
        document.Action == PayablesAction.Cancel ? oracle.IsCancelled
        : prepared.HoldOf(document) is { } hold ? IsDoneUnder(placed => known.IsOurs(hold, placed), oracle, isAnswered)
        : IsValidated(oracle);

    // An open hold shows in the status of a validated invoice. The status alone does not tell it from one that was never validated.
    private static bool IsDoneUnder(Func<ReadBackHold, bool> isOurs, ReadBackInvoice oracle, bool isAnswered) =>
        oracle.Holds.Any(isOurs)
        && (
            IsValidated(oracle)
            || (
                isAnswered
                && string.Equals(oracle.ValidationStatus, NeedsRevalidation, StringComparison.OrdinalIgnoreCase)
                && oracle.Holds.Any(placed => placed.IsOpen)
                && oracle.Holds.All(placed => !placed.IsOpen || isOurs(placed))
            )
        );

    /// <summary>The kind as a read-back names it: Oracle has no invoice type for a release of retainage that we keep.</summary>
    public static string KindOf(PayablesInvoice document) =>
        document.IsStandardInvoice ? nameof(BillingDocumentKind.StandardInvoice) : document.Kind.ToString();

    private static void CompareLines(List<string> differences, PreparedInvoice prepared, PayablesInvoice document, ReadBackInvoice oracle)
    {
        var left = oracle.Lines.ToList();
        foreach (var line in prepared.LinesOf(document))
        {
            var name = Sentence.Of($"line {line.OracleLineNumber}");
            var counterpart = left.FirstOrDefault(candidate => candidate.LineNumber == line.OracleLineNumber);
            if (counterpart is null)
            {
                differences.Add($"{name} of {Sentence.Amount(line.Amount)} is not in Oracle.");
                continue;
            }

            left.Remove(counterpart);
            Compare(differences, name + " amount", line.Amount, counterpart.Amount);
            Compare(differences, name + " purchase order", line.PurchaseOrderNumber, counterpart.PurchaseOrderNumber);
            Compare(differences, name + " purchase order line", Number(line.PurchaseOrderLine), Number(counterpart.PurchaseOrderLine));
            Compare(differences, name + " purchase order schedule", Number(line.PurchaseOrderSchedule), Number(counterpart.PurchaseOrderSchedule));
            if (line.Account is not null)
            {
                Compare(differences, name + " account", line.Account, counterpart.Account);
            }

            if (line.PurchaseOrderNumber is null)
            {
                CompareCoding(differences, name, line, prepared.ExpenditureItemDate.ToString(), counterpart);
            }
        }

        differences.AddRange(
            left.Select(line => Sentence.Of($"line {line.LineNumber} of {Sentence.Amount(line.Amount)} is in Oracle but was not prepared."))
        );
    }

    // A matched line takes its coding from the purchase order, whose coding was compared when the line was prepared. Any other cost line has its own;
    // a line with an account has none.
    private static void CompareCoding(List<string> differences, string name, PreparedLine line, string itemDate, ReadBackLine counterpart)
    {
        var isCoded = line.Account is null;
        Compare(differences, name + " project", isCoded ? line.OracleProjectNumber : null, counterpart.ProjectNumber);
        Compare(differences, name + " task", isCoded ? line.TaskNumber : null, counterpart.TaskNumber);
        Compare(differences, name + " expenditure type", isCoded ? line.ExpenditureType : null, counterpart.ExpenditureType);
        Compare(differences, name + " expenditure organization", isCoded ? line.ExpenditureOrganization : null, counterpart.ExpenditureOrganization);
        Compare(differences, name + " expenditure item date", isCoded ? itemDate : null, counterpart.ExpenditureItemDate?.ToString());
    }

    private static void Compare(List<string> differences, string field, string? prepared, string? oracle)
    {
        if (!string.Equals(prepared ?? "", oracle ?? "", StringComparison.Ordinal))
        {
            differences.Add($"{field} is {Sentence.Quoted(oracle)} in Oracle but was prepared as {Sentence.Quoted(prepared)}.");
        }
    }

    private static void Compare(List<string> differences, string field, decimal prepared, decimal oracle)
    {
        if (prepared != oracle)
        {
            differences.Add($"{field} is {Sentence.Amount(oracle)} in Oracle but was prepared as {Sentence.Amount(prepared)}.");
        }
    }

    private static string? Number(int? number) => number is { } value ? Sentence.Of($"{value}") : null;
}
