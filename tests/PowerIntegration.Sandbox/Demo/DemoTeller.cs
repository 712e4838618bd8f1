using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Sandbox.Hosting;
using static PowerIntegration.Sandbox.Demo.DemoWords;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>Tells the demo: one line a month, each hard case before it happens, and every detail only where it was asked for.</summary>
/// <param name="output">Where to, how wide, how much.</param>
/// <param name="clock">Time of the sandbox.</param>
internal sealed class DemoTeller(DemoOutput output, TimeProvider clock)
{
    private const int Indent = 2;
    private const int WideMin = 110;
    private const int NameWidth = 16;
    private const int ApprovedWidth = 22;
    private const int PostedWidth = 20;
    private const int AmountWidth = 14;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private HashSet<DemoDocument> shown = [];
    private bool isAfterMonth = true;

    /// <summary>What is being started, before it answers.</summary>
    public void Starting() => Text("PowerIntegration demo. Starting Dataverse, Procore, Oracle, the gateway and the flows on this machine ...");

    /// <summary>The job and what will happen.</summary>
    public void Opening(RunningSandbox sandbox, DemoJob job, int cases)
    {
        Text(
            $"{job.Place}: {Count(sandbox.Months.Remaining, "month")} of billing on {Count(job.Subcontracts.Count, "subcontract")}. "
                + "Subcontractor invoices are approved in Procore, checked and prepared in Dataverse, and posted in Oracle Payables."
        );
        foreach (var subcontract in job.Subcontracts)
        {
            Text(subcontract, Indent);
        }

        Text($"Amounts are in {job.Currency}. {Count(cases, "hard case")} will come up; each is explained before it happens. Time is simulated.");
        Event($"Address {sandbox.Root}. Flows: {string.Join(", ", sandbox.Flows.Flows.Select(flow => flow.Name))}.");
    }

    /// <summary>A hard case that comes next.</summary>
    public void Case(HardCase hard, int number, int of)
    {
        if (isAfterMonth)
        {
            Line("");
        }

        Text(string.Create(CultureInfo.InvariantCulture, $"{hard.Month}, case {number} of {of}: {hard.Title}"));
        Text(hard.Before, Indent);
        isAfterMonth = false;
    }

    /// <summary>What came of the last case.</summary>
    public void Step(string sentence) => Text("> " + sentence, Indent, Indent);

    /// <summary>A month's line.</summary>
    public void Month(DemoMonth month)
    {
        var toDate = output.Width >= WideMin ? "   to date " + Amount(month.ToDate).PadLeft(AmountWidth) : "";
        Line(
            month.Name.PadRight(NameWidth)
                + (Count(month.Approved, "invoice") + " approved").PadRight(ApprovedWidth)
                + (Count(month.Posted, "document") + " posted").PadRight(PostedWidth)
                + "net "
                + Amount(month.Net).PadLeft(AmountWidth)
                + toDate
        );
        isAfterMonth = true;
    }

    /// <summary>One event, for who wants every detail.</summary>
    public void Event(string sentence)
    {
        if (output.IsVerbose)
        {
            Text($"{clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {sentence}", Indent, 17);
        }
    }

    /// <summary>A decision in Procore.</summary>
    public void Decided(InvoiceScript invoice) =>
        Event($"Procore: {invoice.InvoiceNumber} {invoice.Status.Replace('_', ' ')} by {invoice.ReviewedBy}.");

    /// <summary>A flow run that ended.</summary>
    public void Ended(FlowRun run)
    {
        Event($"Flow {run.FlowName}: {run.Status}, {Count(run.ExecutedActionCount, "action")}.{Outcome(run)}");
        if (run.Error is { } error)
        {
            Event($"{error.Code}: {error.Message}");
        }
    }

    /// <summary>The documents that changed, for who wants every detail.</summary>
    public void Documents(IReadOnlyList<DemoDocument> documents)
    {
        var changed = documents.Where(document => !shown.Contains(document)).ToList();
        shown = [.. documents];
        if (!output.IsVerbose || changed.Count == 0)
        {
            return;
        }

        var table = new TextTable(
            new("Contract"),
            new("Supplier", From: 130),
            new("App", IsNumber: true),
            new("Rev", IsNumber: true),
            new("Kind", From: 110),
            new("Invoice"),
            new("State"),
            new("Payable", IsNumber: true),
            new("In Oracle")
        );
        foreach (var document in changed)
        {
            var contract = document.Contract.Split(' ', 2);
            table.Add(
                contract[0],
                contract[^1],
                Number(document.Application),
                Number(document.Revision),
                document.Kind,
                document.InvoiceNumber,
                document.State,
                document.Payable is { } payable ? Amount(payable) : "",
                (document.OracleInvoice ?? "").Replace(", ", "\n", StringComparison.Ordinal)
            );
        }

        Table("", table);
    }

    /// <summary>What left for Oracle, where it was asked for.</summary>
    public void Payloads(IReadOnlyList<JsonObject> payloads)
    {
        foreach (var payload in output.ShowsPayloads ? payloads : [])
        {
            Line(payload.ToJsonString(Indented));
        }
    }

    /// <summary>The proof.</summary>
    public void Result(DemoResult result, TimeSpan elapsed)
    {
        if (output.IsVerbose)
        {
            Invoices(result);
        }

        Balances(result);
        Cases(result);
        Costs(result);
        Verdict(result, elapsed);
    }

    private void Invoices(DemoResult result)
    {
        var table = new TextTable(
            new("Supplier", From: 110),
            new("Site", From: 120),
            new("Invoice"),
            new("Accounting"),
            new("Lines", IsNumber: true, From: 90),
            new("Gross", IsNumber: true),
            new("Retainage", IsNumber: true),
            new("Amount", IsNumber: true),
            new("Status")
        );
        foreach (var invoice in result.OracleInvoices)
        {
            table.Add(
                invoice.Supplier,
                invoice.Site,
                invoice.Number,
                invoice.AccountingDate,
                Number(invoice.CostLines),
                Amount(invoice.Gross),
                Amount(-invoice.Retainage),
                Amount(invoice.Amount),
                invoice.Validation
            );
        }

        Table($"{Count(result.OracleInvoices.Count, "payables invoice")} in Oracle", table);
    }

    private void Balances(DemoResult result)
    {
        var table = new TextTable(new("To date"), new("Procore", IsNumber: true), new("Oracle", IsNumber: true), new("Difference", IsNumber: true));
        foreach (var balance in result.Balances)
        {
            table.AddHeading(balance.Contract);
            Row("Completed and stored", balance.ProcoreGross, balance.OracleGross);
            Row("Retainage held", balance.ProcoreRetainage, balance.OracleRetainage);
            Row("Net of retainage", balance.ProcoreNet, balance.OracleNet);
        }

        Table("Both systems compared, each read through its own interface", table);

        void Row(string what, decimal procore, decimal oracle) => table.Add("  " + what, Amount(procore), Amount(oracle), Amount(procore - oracle));
    }

    private void Cases(DemoResult result)
    {
        Proved("Hard cases proved", result.Cases);
        Proved("Controls proved, on a copy of the job", result.Controls);
    }

    private void Proved(string title, IReadOnlyList<ProvedCase> cases)
    {
        if (cases.Count == 0)
        {
            return;
        }

        Line("");
        Text($"{title}: {Number(cases.Count(one => one.Evidence is not null))} of {Number(cases.Count)}");
        foreach (var (index, one) in cases.Index())
        {
            var number = Number(index + 1) + ". ";
            Text($"{number}{one.Title}. {one.Evidence ?? "NOT PROVED."}", Indent + 4 - number.Length, number.Length);
        }
    }

    private void Costs(DemoResult result)
    {
        var table = new TextTable(new("Cost"), new("Total", IsNumber: true), new("Per document", IsNumber: true));
        foreach (var cost in result.Costs.Where(cost => output.IsVerbose || !cost.IsDetail))
        {
            table.Add(
                (cost.IsDetail ? "  " : "") + cost.What,
                cost.Total.ToString("N0", CultureInfo.InvariantCulture),
                result.Documents == 0 ? "" : (cost.Total / (decimal)result.Documents).ToString("N1", CultureInfo.InvariantCulture)
            );
        }

        Table($"What {Count(result.Documents, "document")} cost in calls", table);
    }

    private void Verdict(DemoResult result, TimeSpan elapsed)
    {
        Line("");
        foreach (var problem in result.Problems)
        {
            Text(problem);
        }

        Text(
            result.IsProved
                ? "Proved: every document is posted once, and the difference between Procore and Oracle is 0.00."
                : $"Not proved: {Count(result.Problems.Count, "problem")}, listed above."
        );
        Text(
            elapsed.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture)
                + " seconds. More: --verbose shows every event and every Oracle invoice; the command serve opens the job in the app."
        );
    }

    private static string Outcome(FlowRun run)
    {
        if (run.Actions.LastOrDefault(action => action.Name == "Prepare_document")?.Outputs?["body"] is JsonObject prepared)
        {
            return $" {prepared["Message"]}";
        }

        return
            run.Actions.LastOrDefault(action => action.Name.StartsWith("Detect", StringComparison.Ordinal))?.Outputs?["body"]?["message"]
                is { } message
            ? $" {message}"
            : string.Empty;
    }

    private void Table(string title, TextTable table)
    {
        Line("");
        if (title.Length > 0)
        {
            Text(title);
        }

        foreach (var line in table.Lines(output.Width))
        {
            Line(line);
        }

        if (title.Length == 0)
        {
            Line("");
        }
    }

    private void Text(string text, int indent = 0, int hanging = 0)
    {
        foreach (var line in Paragraph.Lines(text, output.Width, indent, hanging))
        {
            Line(line);
        }
    }

    private void Line(string line) => output.Writer.WriteLine(line);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
