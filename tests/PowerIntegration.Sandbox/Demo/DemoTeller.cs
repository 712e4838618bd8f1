using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Sandbox.Hosting;
using Spectre.Console;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>Prints what happens as it happens, and the tables at the end.</summary>
/// <param name="console">Where to.</param>
/// <param name="clock">Time of the sandbox.</param>
internal sealed class DemoTeller(IAnsiConsole console, TimeProvider clock)
{
    private const int WidthMin = 180;
    private HashSet<DemoDocument> shown = [];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Addresses and the seed.</summary>
    public void Opening(RunningSandbox sandbox, int seed)
    {
        // A pipe tells no width, and 80 columns break every amount in two.
        console.Profile.Width = Math.Max(console.Profile.Width, WidthMin);
        console.MarkupLine($"[bold]PowerIntegration[/]: Procore to Oracle on a local Power Platform at {Escape(sandbox.Root)}. Seed {seed}.");
        console.MarkupLine($"Flows: {Escape(string.Join(", ", sandbox.Flows.Flows.Select(flow => flow.Name)))}.");
    }

    /// <summary>A chapter.</summary>
    public void Heading(string sentence) => console.Write(new Rule($"[bold]{Escape(sentence)}[/]").LeftJustified());

    /// <summary>A sentence.</summary>
    public void Said(string sentence) => console.MarkupLine($"{Time()} {Escape(sentence)}");

    /// <summary>A decision in Procore.</summary>
    public void Decided(InvoiceScript invoice) => Said($"Procore: {invoice.InvoiceNumber} {invoice.Status} by {invoice.ReviewedBy}.");

    /// <summary>A flow run that ended.</summary>
    public void Ended(FlowRun run)
    {
        Said($"Flow {run.FlowName}: {run.Status}, {run.ExecutedActionCount} actions.{Outcome(run)}");
        if (run.Error is { } error)
        {
            Said($"  {error.Code}: {error.Message}");
        }
    }

    /// <summary>The documents.</summary>
    public void Documents(IReadOnlyList<DemoDocument> documents, string title)
    {
        var changed = documents.Where(document => !shown.Contains(document)).ToList();
        shown = [.. documents];
        var table = Table(title, "Contract", "App.", "Rev.", "Kind", "Invoice", "State", "Payable", "Oracle invoice", "Reason code");
        foreach (var document in changed)
        {
            table.AddRow(
                Escape(document.Contract),
                Number(document.Application),
                Number(document.Revision),
                Escape(document.Kind),
                Escape(document.InvoiceNumber),
                State(document.State),
                Amount(document.Payable),
                Escape(document.OracleInvoice ?? string.Empty),
                Escape(document.ReasonCode ?? string.Empty)
            );
        }

        console.Write(table);
    }

    /// <summary>The payables invoices as read back from Oracle.</summary>
    public void Invoices(IReadOnlyList<OracleInvoice> invoices)
    {
        var table = Table(
            "Payables invoices as Oracle shows them",
            "Supplier",
            "Site",
            "Invoice",
            "Accounting date",
            "Cost lines",
            "Gross",
            "Retainage",
            "Amount",
            "Validation"
        );
        foreach (var invoice in invoices)
        {
            table.AddRow(
                Escape(invoice.Supplier),
                Escape(invoice.Site),
                Escape(invoice.Number),
                Escape(invoice.AccountingDate),
                Number(invoice.CostLines),
                Amount(invoice.Gross),
                Amount(-invoice.Retainage),
                Amount(invoice.Amount),
                Escape(invoice.Validation)
            );
        }

        console.Write(table);
    }

    /// <summary>Procore beside Oracle.</summary>
    public void Balances(IReadOnlyList<ContractBalance> balances)
    {
        var table = Table(
            "To date, Procore beside Oracle",
            "Contract",
            "Procore gross",
            "Oracle gross",
            "Procore retainage",
            "Oracle retainage",
            "Procore net",
            "Oracle net",
            "Unexplained"
        );
        foreach (var balance in balances)
        {
            table.AddRow(
                Escape(balance.Contract),
                Amount(balance.ProcoreGross),
                Amount(balance.OracleGross),
                Amount(balance.ProcoreRetainage),
                Amount(balance.OracleRetainage),
                Amount(balance.ProcoreNet),
                Amount(balance.OracleNet),
                Amount(balance.Unexplained)
            );
        }

        console.Write(table);
    }

    /// <summary>What the work cost.</summary>
    public void Work(RunningSandbox sandbox, int documents, TimeSpan elapsed)
    {
        var invoicing = sandbox
            .Flows.Runs.Where(run =>
                run.TriggerOutputs["body"] is JsonObject body && (body["pint_inboundeventid"] ?? body["pint_documentid"]) is not null
            )
            .ToList();
        var table = Table("Work", "What", "Total", "Per document");
        void Row(string what, int total) =>
            table.AddRow(
                Escape(what),
                Number(total),
                documents == 0 ? string.Empty : (total / (decimal)documents).ToString("N1", CultureInfo.InvariantCulture)
            );
        Row("Calls to Procore", sandbox.Procore.Calls.Total);
        Row("Calls to Oracle", sandbox.Oracle.Calls.Total);
        Row("Requests to Dataverse's Web API", sandbox.Requests.Of("api"));
        foreach (
            var (message, count) in sandbox
                .Dataverse.RequestsByMessage.Where(entry => entry.Key.StartsWith("pint_", StringComparison.Ordinal))
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        )
        {
            Row($"Dataverse requests inside {message}, {count.Executions} executions, at most {count.RequestsMax}", count.Requests);
        }

        Row("Flow actions in runs that prepare or submit", invoicing.Sum(run => run.ExecutedActionCount));
        console.Write(table);
        console.MarkupLine($"{elapsed.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture)} seconds.");
    }

    /// <summary>What left for Oracle.</summary>
    public void Payloads(IReadOnlyList<JsonObject> payloads)
    {
        foreach (var payload in payloads)
        {
            console.WriteLine(payload.ToJsonString(Indented));
        }
    }

    /// <summary>The end.</summary>
    public void Verdict(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            console.MarkupLine($"[red]{Escape(problem)}[/]");
        }

        console.MarkupLine(
            problems.Count == 0
                ? "[green]Every document is posted once, and nothing is unexplained: 0.00.[/]"
                : $"[red]{problems.Count} things are not as they must be.[/]"
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

    private static Table Table(string title, params string[] columns)
    {
        var table = new Table().Title($"[bold]{Escape(title)}[/]").Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            var isAmount =
                column.Contains("gross", StringComparison.OrdinalIgnoreCase)
                || column.Contains("retainage", StringComparison.OrdinalIgnoreCase)
                || column
                    is "Payable"
                        or "Amount"
                        or "Unexplained"
                        or "Total"
                        or "Per document"
                        or "Procore net"
                        or "Oracle net"
                        or "App."
                        or "Rev."
                        or "Cost lines";
            table.AddColumn(new TableColumn(Escape(column)) { Alignment = isAmount ? Justify.Right : Justify.Left, NoWrap = isAmount });
        }

        return table;
    }

    private static string State(string state) =>
        state switch
        {
            "Posted" => "[green]Posted[/]",
            "Held" or "Refused" => $"[red]{state}[/]",
            _ => Escape(state),
        };

    private string Time() => $"[grey]{clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}[/]";

    private static string Amount(decimal? amount) => amount?.ToString("N2", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => Markup.Escape(text);
}
