using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>
/// Chooses the documents. Progress is a standard invoice, a credit or debit memo where the net is below zero, or one of each by sign where Oracle
/// refuses negative lines. A release is a separate document: gross does not change. Zero amounts are not sent.
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

    /// <summary>The documents; together they pay line 8 less deductions.</summary>
    public static IReadOnlyList<BillingDocument> Of(BillingSheet sheet, ContinuationLine[] lines, RefusalList refusals)
    {
        var builder = new DocumentBuilder(sheet, lines);
        builder.Progress(refusals);
        builder.Release();
        builder.Deductions();
        return builder.documents;
    }

    private bool IsKeptByUs => sheet.Terms.RetainageKeeper == RetainageKeeper.Us;

    private void Progress(RefusalList refusals)
    {
        var forward = new Draft(lines.Length);
        var back = sheet.Terms.NegativeLines == NegativeLines.SplitBySign ? new Draft(0) : forward;
        foreach (var line in lines)
        {
            // A line whose movement and catch-up have opposite signs goes by the sign of their sum.
            var gross = line.GrossMovement;
            Add(gross < 0m ? back : forward, line, gross);
        }

        Finish(forward, refusals);
        if (back != forward)
        {
            Finish(back, refusals);
        }
    }

    private void Add(Draft draft, ContinuationLine line, decimal gross)
    {
        AddCost(draft.Lines, line, BillingLineKind.Movement, line.NormalMovement, line.Description ?? "Line " + line.LineId);
        draft.Withheld += line.RetainageMovement;
        if (line.Additional is { } additional)
        {
            // Retainage moved by the terms stays here; what is released on top is a separate document.
            AddCost(
                draft.Lines,
                line,
                BillingLineKind.CatchUp,
                additional.CatchUp,
                Sentence.Of($"Adjustment of application {sheet.Application.CatchUp?.OfApplication}")
            );
            draft.Withheld += additional.Released;
        }

        if (!IsKeptByUs)
        {
            draft.Expected += OracleWithholds(gross);
        }
    }

    private void Finish(Draft draft, RefusalList refusals)
    {
        if (!IsKeptByUs && draft.Withheld != draft.Expected)
        {
            refusals.Add(
                BillingReasons.OracleRetainageDiffers,
                $"{sheet.Name}: the terms withhold {sheet.Amount(draft.Withheld)} this period, but "
                    + $"Oracle would withhold {sheet.Amount(draft.Expected)} at the rate of the purchase order. "
                    + "Ask the controller to change the terms so that PowerIntegration withholds the retainage."
            );
            return;
        }

        if (IsKeptByUs && draft.Withheld != 0m)
        {
            draft.Lines.Add(RetainageLine(-draft.Withheld, null));
        }

        if (draft.Lines.Count > 0)
        {
            documents.Add(Document(draft.Lines, IsKeptByUs ? 0m : draft.Withheld));
        }
    }

    private decimal OracleWithholds(decimal gross) =>
        sheet.Terms.Retainage is RetainageTerms.Flat flat ? Rounding.ToMinorUnit(flat.Rate * gross, sheet.Currency) : 0m;

    private static void AddCost(List<BillingDocumentLine> built, ContinuationLine line, BillingLineKind kind, decimal amount, string description)
    {
        if (amount != 0m)
        {
            built.Add(
                new BillingDocumentLine
                {
                    Kind = kind,
                    LineId = line.LineId,
                    Amount = amount,
                    Role = AccountRole.Cost,
                    Coding = line.Coding,
                    Description = description,
                }
            );
        }
    }

    private BillingDocumentLine RetainageLine(decimal amount, string? lineId) =>
        new()
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

        return new BillingDocument
        {
            Kind = KindOf(built, amount),
            Amount = amount,
            WithheldByOracle = withheldByOracle,
            Lines = built,
        };
    }

    // Without a change in gross there is no invoice: lower retainage is a release, higher retainage a debit memo to the retainage account.
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

    // Deductions go on the first standard invoice, else on a separate debit memo.
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
                Description = Sentence.Of($"{Sentence.Words(deduction.Kind)} {deduction.Name}, approved by {deduction.ApprovedBy}"),
            }),
        ];
        if (deducted.Count == 0)
        {
            return;
        }

        var index = documents.FindIndex(document => document.Kind == BillingDocumentKind.StandardInvoice);
        if (index < 0)
        {
            documents.Add(
                new BillingDocument
                {
                    Kind = BillingDocumentKind.DebitMemo,
                    Amount = deducted.Sum(line => line.Amount),
                    Lines = deducted,
                }
            );
            return;
        }

        documents[index] = Document([.. documents[index].Lines, .. deducted], documents[index].WithheldByOracle);
    }

    /// <summary>The lines of one document, and their retainage.</summary>
    private sealed class Draft(int lines)
    {
        public List<BillingDocumentLine> Lines { get; } = new(lines + 1);

        /// <summary>What the terms withhold on the lines.</summary>
        public decimal Withheld { get; set; }

        /// <summary>What Oracle withholds on them; zero where PowerIntegration keeps the retainage.</summary>
        public decimal Expected { get; set; }
    }
}
