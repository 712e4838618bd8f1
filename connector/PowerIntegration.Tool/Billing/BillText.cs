using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Texts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tool.Billing;

/// <summary>Prints the result for an accountant: certificate, continuation sheet, documents, journal and proof.</summary>
internal sealed class BillText
{
    private const int AlikeMax = 5;

    private const int RestLengthMax = 200;

    private readonly TextWriter output;
    private readonly ContractFile contract;

    /// <summary>Makes the printer of one contract.</summary>
    public BillText(TextWriter output, ContractFile contract)
    {
        this.output = output;
        this.contract = contract;
    }

    /// <summary>Prints every application.</summary>
    public void Write(IReadOnlyList<BilledApplication> applications)
    {
        output.WriteLine($"Contract {contract.Name}, amounts in {contract.Ledger.Currency}");
        foreach (var note in contract.Notes)
        {
            output.WriteLine($"  {contract.File}: {note}");
        }

        foreach (var application in applications)
        {
            Write(application);
        }
    }

    private void Write(BilledApplication billed)
    {
        var application = billed.Application;
        var period = application.PeriodEnd is { } end ? $", period to {end}" : "";
        output.WriteLine();
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"APPLICATION {application.Number}{period}{(application.IsFinal ? ", final" : "")}")
        );
        switch (billed.Outcome)
        {
            case BillingOutcome.Stopped:
                Stopped(billed);
                break;
            case BillingOutcome.NothingToPost nothing:
                output.WriteLine(billed.Causes.Count == 0 ? $"Nothing to post. {nothing.Sentence}" : "Not billed.");
                Causes(billed.Causes);
                break;
            case BillingOutcome.Billed done:
                Write(billed, done);
                break;
        }
    }

    private void Stopped(BilledApplication stopped)
    {
        output.WriteLine(
            stopped.WaitsFor is { } earlier ? string.Create(CultureInfo.InvariantCulture, $"Not billed: waits for application {earlier}.")
            : stopped.SameAs is { } same ? string.Create(CultureInfo.InvariantCulture, $"Not billed: the same cause as application {same}.")
            : "Not billed."
        );
        Causes(stopped.Causes);
    }

    // Many lines with the same cause are told by the first of them.
    private void Causes(IReadOnlyList<FileCause> causes)
    {
        foreach (var alike in causes.GroupBy(cause => cause.Code + "|" + cause.Field))
        {
            var all = alike.ToList();
            foreach (var cause in all.Take(AlikeMax))
            {
                Cause(cause);
            }

            if (all.Count > AlikeMax)
            {
                var rest = string.Join(", ", all.Skip(AlikeMax).Select(cause => cause.Line ?? cause.Place));
                output.WriteLine(
                    $"  {contract.File}: the same {Sentence.Count(all.Count - AlikeMax, "time")} more: {Sentence.Fit(rest, RestLengthMax)}"
                );
            }
        }
    }

    private void Cause(FileCause cause)
    {
        output.WriteLine($"  {cause.Place}: {cause.Sentence}");
        var help = new List<string>();
        if (cause.AlsoIn.Count > 0)
        {
            var numbers = string.Join(", ", cause.AlsoIn.Select(number => number.ToString(CultureInfo.InvariantCulture)));
            help.Add($"Also in {(cause.AlsoIn.Count == 1 ? "application" : "applications")} {numbers}");
        }

        if (cause.Allowed is not null)
        {
            help.Add("Allowed: " + cause.Allowed);
        }

        if (cause.Example is not null)
        {
            help.Add("Example: " + cause.Example);
        }

        if (help.Count > 0)
        {
            output.WriteLine("    " + string.Join(". ", help));
        }
    }

    private void Write(BilledApplication application, BillingOutcome.Billed billed)
    {
        Certificate(billed);
        Sheet(billed.Lines);
        Documents(billed);
        Journals(billed.Journals);
        Heading("Warnings", billed.Warnings.Count);
        foreach (var warning in billed.Warnings)
        {
            output.WriteLine("  " + warning.Sentence);
        }

        Proof(application, billed.Proof);
    }

    private void Certificate(BillingOutcome.Billed billed)
    {
        output.WriteLine();
        output.WriteLine("Certificate (G702)");
        var table = new TextTable(0, 1);
        table.Row("", "", "before", "now");
        foreach (var line in CertificateLine.Of(billed.Before, billed.After))
        {
            table.Row(line.Number, line.Name, TextTable.Amount(line.Before), TextTable.Amount(line.After));
        }

        table.Write(output);
    }

    private void Sheet(IReadOnlyList<ContinuationLine> lines)
    {
        output.WriteLine();
        output.WriteLine("Continuation sheet (G703)");
        var table = new TextTable(0, 1);
        table.Row(
            "A item",
            "B description",
            "C value",
            "D previous",
            "E this period",
            "F stored",
            "G to date",
            "% of C",
            "H to finish",
            "I retainage",
            "gross now",
            "retainage now",
            "payable now"
        );
        foreach (var line in lines)
        {
            table.Row([line.LineId, line.Description ?? "", .. Figures(line).Select(TextTable.Amount)]);
        }

        var sums = lines.Select(Figures).Aggregate(new decimal[11], (sum, figures) => [.. sum.Zip(figures, (one, other) => one + other)]);
        var sumCells = sums.Select(TextTable.Amount).ToArray();
        sumCells[5] = "";
        table.Row(["", "Total", .. sumCells]);
        table.Write(output);
    }

    private static decimal[] Figures(ContinuationLine line) =>
        [
            line.ScheduledValue,
            line.WorkPrevious,
            line.WorkThisPeriod,
            line.MaterialsStored,
            line.CompletedToDate,
            line.PercentComplete,
            line.BalanceToFinish,
            line.After.Retainage.Total,
            line.Movement.Gross,
            line.Movement.Retainage.Total,
            line.Movement.Payable,
        ];

    private void Documents(BillingOutcome.Billed billed)
    {
        output.WriteLine();
        output.WriteLine($"Documents for Oracle Payables, total {TextTable.Amount(billed.Payable)}");
        foreach (var document in billed.Documents)
        {
            output.WriteLine($"  {Sentence.Words(document.Kind)} {TextTable.Amount(document.Amount)}{Withheld(document)}");
            var table = new TextTable(0, 1, 3, 4);
            foreach (var line in document.Lines)
            {
                table.Row(
                    "  " + Sentence.Words(line.Kind),
                    line.LineId ?? "",
                    TextTable.Amount(line.Amount),
                    line.Account ?? line.Coding ?? Sentence.Words(line.Role),
                    line.Description
                );
            }

            table.Write(output);
        }

        if (billed.Documents.Count == 0)
        {
            output.WriteLine("  None, because no amount changed.");
        }
    }

    private static string Withheld(BillingDocument document) =>
        document.WithheldByOracle == 0m ? "" : $", with {TextTable.Amount(document.WithheldByOracle)} withheld by Oracle";

    private void Journals(IReadOnlyList<JournalEntry> journals)
    {
        Heading("Journal", journals.Count);
        var table = new TextTable(0, 1);
        table.Row("account", "line", "debit", "credit");
        foreach (var entry in journals)
        {
            table.Row(entry.Account ?? Sentence.Words(entry.Role), entry.LineId ?? "", Side(entry.Debit), Side(entry.Credit));
        }

        table.Row("Total", "", TextTable.Amount(journals.Sum(entry => entry.Debit)), TextTable.Amount(journals.Sum(entry => entry.Credit)));
        if (journals.Count > 0)
        {
            table.Write(output);
        }
    }

    private static string Side(decimal amount) => amount == 0m ? "" : TextTable.Amount(amount);

    private void Proof(BilledApplication application, Proof proof)
    {
        output.WriteLine();
        output.WriteLine(
            application.IsRight ? $"Proof, residual {TextTable.Amount(proof.Residual)}"
            : proof.InputsFailed > 0 ? $"Not proved: {Sentence.Count(proof.InputsFailed, "input check")} failed"
            : string.Create(CultureInfo.InvariantCulture, $"Not proved: builds on application {application.BuildsOn}, whose input failed a check")
        );
        Causes(application.Causes);
        foreach (var identity in proof.Identities)
        {
            output.WriteLine($"  {TextTable.Amount(identity.Left)} = {TextTable.Amount(identity.Right)}  {identity.Name}");
        }

        foreach (var origin in proof.Origins)
        {
            output.WriteLine($"  {origin.Figure} {TextTable.Amount(origin.Amount)}: {origin.Origin}");
        }

        output.WriteLine();
        output.WriteLine("Input checks");
        var table = new TextTable(0, 1, 2, 3);
        foreach (var input in proof.Inputs)
        {
            table.Row("  " + ProofText.Tick(input.State), input.Name, input.Place, input.Source, Note(application, input));
        }

        table.Write(output);
    }

    // What failed is told above, or at the application before.
    private static string Note(BilledApplication application, CheckedInput input) =>
        input.State != InputState.Failed ? input.Note
        : application.BuildsOn is { } earlier ? string.Create(CultureInfo.InvariantCulture, $"see above, or application {earlier}")
        : "see above";

    private void Heading(string heading, int count)
    {
        output.WriteLine();
        output.WriteLine(count == 0 ? heading + ": none" : heading);
    }
}
