using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>
/// Chooses the documents. Progress is a standard invoice, a credit or debit memo where it comes to less than nothing, or one of each by sign where
/// Oracle refuses lines that take back. A release travels alone, gross does not move. What is zero is not sent.
/// </summary>
internal sealed class DocumentBuilder
{
    private readonly BillingSheet sheet;
    private readonly ContinuationLine[] lines;
    private readonly List<BillingDocument> documents = [];

    private DocumentBuilder(BillingSheet sheet, ContinuationLine[] lines)
    {
        this.sheet = sheet;
        this.lines = lines;
    }

    /// <summary>The documents; what they pay adds up to line 8 less deductions.</summary>
    public static IReadOnlyList<BillingDocument> Of(BillingSheet sheet, ContinuationLine[] lines, RefusalList refusals)
    {
        var builder = new DocumentBuilder(sheet, lines);
        builder.Progress(refusals);
        builder.Release();
        builder.Deductions();
        return builder.documents;
    }

    private bool IsOurs => sheet.Terms.RetainageKeeper == RetainageKeeper.Us;

    private void Progress(RefusalList refusals)
    {
        var moving = new List<ContinuationLine>(lines.Length);
        foreach (var line in lines)
        {
            if (line.GrossMovement != 0m || line.CatchUp != 0m || Withheld(line) != 0m)
            {
                moving.Add(line);
            }
        }

        var back = sheet.Terms.NegativeLines == NegativeLines.SplitBySign ? moving.FindAll(TakesBack) : [];
        if (back.Count > 0 && back.Count < moving.Count)
        {
            Add(moving.FindAll(line => !TakesBack(line)), refusals);
            Add(back, refusals);
        }
        else
        {
            Add(moving, refusals);
        }
    }

    // A line whose normal movement and catch-up have two signs goes where its sum goes.
    private static bool TakesBack(ContinuationLine line) => line.GrossMovement < 0m;

    // What the terms move of the retainage; what is released on top travels alone.
    private static decimal Withheld(ContinuationLine line) => line.Released == 0m ? line.RetainageMovement : line.RetainageMovement + line.Released;

    private void Add(List<ContinuationLine> moving, RefusalList refusals)
    {
        var built = new List<BillingDocumentLine>(moving.Count + 1);
        decimal withheld = 0m, expected = 0m;
        foreach (var line in moving)
        {
            var gross = line.GrossMovement;
            AddCost(built, line, BillingLineKind.Movement, gross - line.CatchUp, line.Description ?? "Line " + line.LineId);
            if (line.CatchUp != 0m)
            {
                AddCost(built, line, BillingLineKind.CatchUp, line.CatchUp, Sentence.Of($"Adjustment of application {sheet.Application.CatchUp?.OfApplication}"));
            }

            withheld += Withheld(line);
            expected += IsOurs ? 0m : OracleWithholds(gross);
        }

        if (!IsOurs && withheld != expected)
        {
            refusals.Add(
                ReasonCode.OracleRetainageDiffers,
                $"{sheet.Name}: the contract holds {Sentence.Amount(withheld)} this time; Oracle would withhold {Sentence.Amount(expected)} at the rate of the purchase order. Let PowerIntegration keep the retainage of this contract.");
            return;
        }

        if (IsOurs && withheld != 0m)
        {
            built.Add(RetainageLine(-withheld, null));
        }

        if (built.Count > 0)
        {
            documents.Add(Document(built, IsOurs ? 0m : withheld));
        }
    }

    private decimal OracleWithholds(decimal gross) =>
        sheet.Terms.Retainage is RetainageTerms.Flat flat ? Rounding.ToMinorUnit(flat.Rate * gross, sheet.Currency) : 0m;

    private static void AddCost(List<BillingDocumentLine> built, ContinuationLine line, BillingLineKind kind, decimal amount, string description)
    {
        if (amount != 0m)
        {
            built.Add(new BillingDocumentLine
            {
                Kind = kind, LineId = line.LineId, Amount = amount, Role = AccountRole.Cost, Coding = line.Coding, Description = description,
            });
        }
    }

    private BillingDocumentLine RetainageLine(decimal amount, string? lineId) => new()
    {
        Kind = amount < 0m ? BillingLineKind.RetainageWithheld : BillingLineKind.RetainageReleased,
        LineId = lineId,
        Amount = amount,
        Role = AccountRole.RetainagePayable,
        Description = Sentence.Of($"Retainage {(amount < 0m ? "withheld" : "released")}, application {sheet.Application.Number}"),
    };

    private BillingDocument Document(List<BillingDocumentLine> built, decimal withheldByOracle)
    {
        var amount = 0m;
        foreach (var line in built)
        {
            amount += line.Amount;
        }

        return new BillingDocument { Kind = KindOf(built, amount), Amount = amount, WithheldByOracle = withheldByOracle, Lines = built };
    }

    // Gross that does not move cannot be an invoice: a fall of the retainage is a release, a rise a debit memo to the retainage account.
    private BillingDocumentKind KindOf(List<BillingDocumentLine> built, decimal amount)
    {
        if (built.TrueForAll(line => line.Role == AccountRole.RetainagePayable))
        {
            return amount > 0m ? BillingDocumentKind.RetainageRelease : BillingDocumentKind.DebitMemo;
        }

        if (amount >= 0m)
        {
            return BillingDocumentKind.StandardInvoice;
        }

        return sheet.Terms.CreditDocument == CreditDocument.CreditMemo ? BillingDocumentKind.CreditMemo : BillingDocumentKind.DebitMemo;
    }

    private void Release()
    {
        var built = lines.Where(line => line.Released != 0m).Select(line => RetainageLine(line.Released, line.LineId)).ToList();
        if (built.Count > 0)
        {
            documents.Add(Document(built, 0m));
        }
    }

    // Deductions go with the first document that pays and that we may add lines to, else on a debit memo of their own.
    private void Deductions()
    {
        List<BillingDocumentLine> deducted =
        [
            .. sheet.Application.Deductions.Select(deduction => new BillingDocumentLine
            {
                Kind = BillingLineKind.Deduction,
                Amount = -deduction.Amount,
                Role = AccountRole.Deduction,
                Account = deduction.Account,
                Description = Sentence.Of($"{deduction.Kind} {deduction.Name}, approved by {deduction.ApprovedBy}"),
            }),
        ];
        if (deducted.Count == 0)
        {
            return;
        }

        var index = documents.FindIndex(document => document.Kind == BillingDocumentKind.StandardInvoice);
        if (index < 0)
        {
            documents.Add(new BillingDocument { Kind = BillingDocumentKind.DebitMemo, Amount = deducted.Sum(line => line.Amount), Lines = deducted });
            return;
        }

        documents[index] = Document([.. documents[index].Lines, .. deducted], documents[index].WithheldByOracle);
    }
}
