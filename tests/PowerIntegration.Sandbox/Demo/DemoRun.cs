using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using PowerIntegration.Sandbox.Clock;
using PowerIntegration.Sandbox.Flows.Running;
using PowerIntegration.Sandbox.Hosting;
using Spectre.Console;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>
/// Two months of billing on one project, from approval in Procore to posted payables invoices, on a clock that does not wait. One event is delivered
/// twice; one invoice is refused because a code maps to no task, and goes through after an administrator adds the rule.
/// </summary>
/// <param name="layout">Where the artefacts are.</param>
/// <param name="dataFolder">The job.</param>
/// <param name="seed">Seed of ids.</param>
/// <param name="showPayloads">Whether to print what left for Oracle.</param>
public sealed class DemoRun(RepositoryLayout layout, string dataFolder, int seed, bool showPayloads)
{
    private readonly IAnsiConsole console = AnsiConsole.Console;

    /// <summary>Plays and proves.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>0 only if every document is posted, every repetition changed nothing and nothing is unexplained.</returns>
    public async Task<int> PlayAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var store = Directory.CreateTempSubdirectory("powerintegration-demo-").FullName;
        try
        {
            var clock = new DrivenClock(RunningSandbox.SeedStart);
            await using var sandbox = await RunningSandbox.StartAsync(
                new SandboxOptions { Layout = layout, DataFolder = dataFolder, StoreFolder = store, Seed = seed, Clock = clock }, cancellation);
            return await PlayAsync(sandbox, clock, watch, cancellation);
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private async Task<int> PlayAsync(RunningSandbox sandbox, DrivenClock clock, Stopwatch watch, CancellationToken cancellation)
    {
        var documents = new DemoDocuments(sandbox);
        var teller = new DemoTeller(console, clock);
        teller.Opening(sandbox, seed);
        sandbox.Flows.RunFinished += (_, ended) => teller.Ended(ended.Run);
        await sandbox.Flows.RunDueAsync(cancellation);

        await BillMonthAsync(sandbox, clock, teller, documents, cancellation);
        await DeliverTwiceAsync(sandbox, teller, documents, cancellation);
        await MapRefusedCodeAsync(sandbox, teller, documents, cancellation);
        while (sandbox.Months.Remaining > 0)
        {
            await BillMonthAsync(sandbox, clock, teller, documents, cancellation);
        }

        return await ProveAsync(sandbox, documents, teller, watch, cancellation);
    }

    private static async Task BillMonthAsync(RunningSandbox sandbox, DrivenClock clock, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        teller.Heading($"{sandbox.Months.NextName} is billed in Procore.");
        sandbox.Months.PlayNext(teller.Decided);
        if (sandbox.Flows.NextDue is { } due)
        {
            clock.AdvanceTo(due);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
        teller.Documents(await documents.ListAsync(cancellation), "After the poll");
    }

    private static async Task DeliverTwiceAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        var before = (await documents.ListAsync(cancellation), sandbox.Oracle.ReceivedPayloads.Count);
        var run = sandbox.Flows.Runs.First(candidate => candidate.TriggerOutputs["body"]?["pint_inboundeventid"] is not null && candidate.Status == RunStatus.Succeeded);
        teller.Heading("The same event is delivered a second time.");
        sandbox.Flows.Redeliver(run);
        await sandbox.Flows.RunDueAsync(cancellation);
        var after = (await documents.ListAsync(cancellation), sandbox.Oracle.ReceivedPayloads.Count);
        if (!before.Item1.SequenceEqual(after.Item1) || before.Count != after.Count)
        {
            throw new InvalidOperationException("The second delivery changed a document or sent something to Oracle.");
        }

        teller.Said("Nothing changed: the same documents in the same states, and nothing more was sent to Oracle.");
    }

    private static async Task MapRefusedCodeAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        var refused = (await documents.ListAsync(cancellation)).Where(document => document.ReasonCode == DemoMapping.ReasonCode).ToList();
        if (refused.Count == 0)
        {
            return;
        }

        teller.Heading($"{DemoMapping.AdministratorName(sandbox)} maps the code and retries the document.");
        await new DemoMapping(sandbox).AddAsync(cancellation);
        foreach (var document in refused)
        {
            await documents.RetryAsync(document, cancellation);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
        teller.Documents(await documents.ListAsync(cancellation), "After the retry");
    }

    private async Task<int> ProveAsync(RunningSandbox sandbox, DemoDocuments documents, DemoTeller teller, Stopwatch watch, CancellationToken cancellation)
    {
        if (showPayloads)
        {
            teller.Payloads(sandbox.Oracle.ReceivedPayloads);
        }

        var reader = new VendorReader(sandbox.Client, sandbox.Root, sandbox.Credentials);
        var project = sandbox.Seed.Dataverse.First(row => row.Set == "pint_projects").Body["pint_procoreid"]!.ToString();
        var company = sandbox.Seed.Dataverse.First(row => row.Set == "pint_environments").Body["pint_procorecompanyid"]!.ToString();
        var list = await documents.ListAsync(cancellation);
        var invoices = await reader.InvoicesAsync(cancellation);
        var balances = await reader.BalancesAsync(company, project, invoices, cancellation);
        teller.Invoices(invoices);
        teller.Balances(balances);
        teller.Work(sandbox, list.Count, watch.Elapsed);
        IReadOnlyList<string> problems =
        [
            .. list.Where(document => document.State != "Posted").Select(document => $"{document.InvoiceNumber} is {document.State}: {document.Reason}"),
            .. balances.Where(balance => balance.Unexplained != 0m).Select(balance => $"{balance.Contract}: {balance.Unexplained:N2} is unexplained."),
            .. invoices.Where(invoice => invoice.Validation != "Validated").Select(invoice => $"Oracle invoice {invoice.Number} is {invoice.Validation}."),
            .. invoices.Count == list.Count ? [] : new[] { $"{list.Count} documents but {invoices.Count} Oracle invoices." },
            .. balances.Count == 0 ? ["No contract was billed."] : Array.Empty<string>(),
            .. sandbox.Procore.Refusals,
            .. sandbox.Oracle.NamedRefusals,
        ];
        teller.Verdict(problems);
        return problems.Count == 0 ? 0 : 1;
    }
}
