using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Preview;

/// <summary>What the frozen lines of one preparation mean to Oracle: the document and how it posts.</summary>
internal static class PreparedDocument
{
    /// <summary>The document; none where nothing is sent.</summary>
    public static IEnumerable<BillingDocument> Of(PreparedInvoice invoice)
    {
        List<BillingDocumentLine> sent = [.. invoice.Lines.Where(line => line.IsSent).OrderBy(line => line.OracleLineNumber).Select(Line)];
        if (sent.Count == 0)
        {
            yield break;
        }

        var isRelease = sent.All(line => line.Kind == BillingLineKind.RetainageReleased);
        yield return new BillingDocument
        {
            Kind = isRelease ? BillingDocumentKind.RetainageRelease : invoice.PayableAmount < 0m ? BillingDocumentKind.CreditMemo : BillingDocumentKind.StandardInvoice,
            Amount = invoice.PayableAmount,
            Lines = sent,
        };
    }

    /// <summary>How the documents post: each line to its account, the rest to the payee.</summary>
    public static IReadOnlyList<JournalEntry> Journals(IReadOnlyList<BillingDocument> documents, string supplier)
    {
        var entries = new List<JournalEntry>();
        foreach (var document in documents)
        {
            entries.AddRange(document.Lines.Select(line => Entry(line, line.Amount)));
            var payable = new BillingDocumentLine { Kind = BillingLineKind.Movement, Amount = -document.Amount, Role = AccountRole.Payable, Description = supplier };
            entries.Add(Entry(payable, -document.Amount));
        }

        return [.. entries.Where(entry => entry.Debit != 0m || entry.Credit != 0m)];
    }

    /// <summary>The coding of a line as text; null where it has none.</summary>
    public static string? Coding(PreparedLine line) => line.TaskNumber is null
        ? line.FlatCode
        : $"{line.OracleProjectNumber} {line.TaskNumber} {line.ExpenditureType}";

    private static BillingDocumentLine Line(PreparedLine line) => new()
    {
        Kind = line.Kind switch
        {
            LineKind.ScheduleOfValues => BillingLineKind.Movement,
            LineKind.RetainageWithheld => BillingLineKind.RetainageWithheld,
            LineKind.RetainageReleased => BillingLineKind.RetainageReleased,
            LineKind.Deduction => BillingLineKind.Deduction,
            _ => throw new InvariantBrokenException($"A preparation sends no line of kind {line.Kind}."),
        },
        LineId = line.ProcoreLineId,
        Amount = line.Amount,
        Role = line.Kind switch
        {
            LineKind.ScheduleOfValues => AccountRole.Cost,
            LineKind.Deduction => AccountRole.Deduction,
            _ => AccountRole.RetainagePayable,
        },
        Account = line.Account,
        Coding = line.Account is null ? Coding(line) : null,
        Description = line.Description ?? Sentence.Of($"Line {line.LineNumber}"),
    };

    private static JournalEntry Entry(BillingDocumentLine line, decimal amount) => new()
    {
        Role = line.Role,
        LineId = line.LineId,
        Coding = line.Coding,
        Account = line.Account,
        Debit = Math.Max(0m, amount),
        Credit = Math.Max(0m, -amount),
        Description = line.Description,
    };
}
