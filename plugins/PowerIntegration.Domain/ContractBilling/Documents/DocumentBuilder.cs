using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Documents;

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
        var forward = new Draft(lines.Length);
        var back = sheet.Terms.NegativeLines == NegativeLines.SplitBySign ? new Draft(0) : forward;
        foreach (var line in lines)
        {
            // A line whose normal movement and catch-up have two signs goes where its sum goes.
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
            // What the terms move of the retainage stays here; what is released on top travels alone.
            AddCost(
                draft.Lines,
                line,
                BillingLineKind.CatchUp,
                additional.CatchUp,
                Sentence.Of($"Adjustment of application {sheet.Application.CatchUp?.OfApplication}")
            );
            draft.Withheld += additional.Released;
        }

        if (!IsOurs)
        {
            draft.Expected += OracleWithholds(gross);
        }
    }

    private void Finish(Draft draft, RefusalList refusals)
    {
        if (!IsOurs && draft.Withheld != draft.Expected)
        {
            refusals.Add(
                BillingReasons.OracleRetainageDiffers,
                $"{sheet.Name}: the contract holds {Sentence.Amount(draft.Withheld)} this time; "
                    + $"Oracle would withhold {Sentence.Amount(draft.Expected)} at the rate of the purchase order. "
                    + "Let PowerIntegration keep the retainage of this contract."
            );
            return;
        }

        if (IsOurs && draft.Withheld != 0m)
        {
            draft.Lines.Add(RetainageLine(-draft.Withheld, null));
        }

        if (draft.Lines.Count > 0)
        {
            documents.Add(Document(draft.Lines, IsOurs ? 0m : draft.Withheld));
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

    /// <summary>The lines that come onto one document, and their retainage.</summary>
    private sealed class Draft(int lines)
    {
        public List<BillingDocumentLine> Lines { get; } = new(lines + 1);

        /// <summary>What the contract withholds on the lines.</summary>
        public decimal Withheld { get; set; }

        /// <summary>What Oracle withholds on them by itself; zero where we keep the retainage.</summary>
        public decimal Expected { get; set; }
    }
}
